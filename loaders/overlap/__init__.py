"""How much two measures do the same for the same people: a catalogue's records go in, scored and
graded pairs come out, by the weights of weights.yaml; `topics` says what a page works on and does,
in the words of problems.yaml and activities.yaml.
"""
