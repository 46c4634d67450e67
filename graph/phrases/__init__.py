"""What the command line says, in English as the code has it and in Japanese as the files of phrases
here do.
"""
