"""What stands between the network and Streamlit: who is answered under which name, which addresses
are closed, and the headers of every answer. A request comes in; Streamlit's answer or a refusal
goes out.
"""
