" Editing .crit files: two spaces to a step, Enter goes on with the protocol's own words and with lists.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal expandtab shiftwidth=2 softtabstop=2 autoindent
setlocal commentstring=#\ %s
setlocal comments=b:>,b:-,:#
setlocal formatoptions-=t formatoptions+=croqlj
setlocal colorcolumn=101
setlocal foldmethod=indent foldlevel=99

let b:undo_ftplugin = 'setlocal expandtab< shiftwidth< softtabstop< autoindent< commentstring<'
      \ . ' comments< formatoptions< colorcolumn< foldmethod< foldlevel<'
