"""The Content-Security-Policy, its violations, the SBOM and the privacy promises."""
