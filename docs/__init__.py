"""The pages, and what writes those of them that are written from the code. Nothing imports it."""
