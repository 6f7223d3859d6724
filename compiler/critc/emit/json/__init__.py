"""The compiled protocol, and the JSON Schema of a patient."""
