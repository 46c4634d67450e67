"""Open calls for subsidies: saved answers of jGrants -> records of calls."""
