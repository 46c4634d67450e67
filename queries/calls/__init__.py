"""Open calls for subsidies: which there are, and how they stand on a day."""
