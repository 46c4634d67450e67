"""What goes on running: the dashboard, the demonstration, the tools of an assistant."""
