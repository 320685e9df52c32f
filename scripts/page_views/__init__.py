"""`make stats`: page views from a server's own log, without addresses."""
