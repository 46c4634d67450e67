"""The questions as tools for assistants (Model Context Protocol): what each takes and answers."""
