"""Calls for subsidies in the state's portal, as saved."""
