"""What the doctor finds on a host that is good but for one thing."""

from __future__ import annotations

from site_config.hosting.doctor import examine
from site_config.hosting.doctor.report import Promise
from tests.hosting.doctor.strange_host import host

HEADERS = {
    "Referrer-Policy": Promise.PRIVATE,
    "Permissions-Policy": Promise.PRIVATE,
    "Strict-Transport-Security": Promise.PRIVATE,
    "X-Content-Type-Options": Promise.PRIVATE,
    "X-DNS-Prefetch-Control": Promise.PRIVATE,
    "Cross-Origin-Opener-Policy": Promise.ALONE,
    "Cross-Origin-Resource-Policy": Promise.ALONE,
    "Connection-Allowlist": Promise.PRIVATE,
}


def found(site, change=None, base="/"):
    with host(site, change, base) as address:
        return examine(address)


def broken(findings):
    return {finding.promise for finding in findings}


def without(name):
    return lambda _path, reply: reply.headers.pop(name, None)
