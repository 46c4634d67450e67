"""What the second of two documents, or of two years of review sheets, tells otherwise."""
