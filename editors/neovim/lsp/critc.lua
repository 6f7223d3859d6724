-- The language server of critc, for `vim.lsp.enable("critc")` of Neovim 0.11 and later.
return {
  cmd = { "critc", "lsp" },
  filetypes = { "crit" },
  root_markers = { "critc.toml", "pyproject.toml", ".git" },
}
