"""`critc watch`: a live preview of protocols in the browser, on this machine alone.

files on disk ─project─▶ previews ─server─▶ browser; what drives it is `session`.
"""
