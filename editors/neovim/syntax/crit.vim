" Colours of .crit files, eligibility criteria of clinical trials. For Vim too.
if exists('b:current_syntax')
  finish
endif
syntax case match

" Of two matches that begin at one place the later one wins: words come first, phrases after them, then
" what is no word of the language at all.
syntax match critWord /\<\%(all\|and\|any\|as\|be\|by\|consecutive\|distinct\|every\|expect\|fewer\|from\|highest\|in\|includes\|is\)\>/
syntax match critWord /\<\%(last\|least\|less\|let\|lowest\|mean\|more\|most\|no\|not\|of\|on\|only\|or\|query\|read\|satisfies\)\>/
syntax match critWord /\<\%(some\|table\|than\|the\|to\|total\|whichever\|with\)\>/
syntax match critControl /\<\%(unless\|otherwise\|where\|if\|assessed\|accepted\)\>/
syntax match critWindow /\<\%(within\|throughout\|before\|after\|at\|for\|exactly\)\>/
syntax match critChosen /\<\%(earliest\|latest\)\>/
syntax match critAsked /\<\%(fact\|judgement\)\>/
syntax match critLimit /\<\%(ULN\|LLN\)\>/
syntax match critAnswer /\<\%(none\)\>/

syntax match critOperator /[≥≤×*\/^+−=|<>-]/
syntax match critCall /\<\a\w*\ze(/
syntax match critMember /\%(^\s*-\s\+\)\@<=\a\w*\ze\s*[=:]/
syntax match critDash /^\s*\zs-\ze\s/

syntax match critNumber /\<\d\+\%(\.\d\+\)\?\>/ nextgroup=critUnit skipwhite
syntax match critNumber /\<\d\+\%(\.\d\+\)\?\ze[%‰°]/ nextgroup=critUnit
syntax match critNumber /\%(\<\%(at\s\+least\|at\s\+most\|more\s\+than\|less\s\+than\|fewer\s\+than\|exactly\|last\)\s\+\)\@<=\d\+\%(\.\d\+\)\?\ze\s\+\a/ nextgroup=critLength skipwhite
syntax match critLength contained /\<\%(days\?\|weeks\?\|months\?\|years\?\|hours\?\|min\|wk\|mo\|d\|h\|a\)\>/
syntax match critDate /\<\d\{4}-\d\d\%(-\d\d\)\?\>/
syntax match critUnit contained /[×*] \?10[\^*]\d\+\/\a\+/
syntax match critUnit contained /\%(\%(accepted\|after\|all\|and\|any\|as\|assessed\|at\|be\|before\|by\|consecutive\|decimals\?\|distinct\|earliest\|every\|exactly\|expect\|fact\|fewer\|for\|from\|gives\|highest\|if\|in\|includes\|is\|judgement\|last\|latest\|least\|less\|let\|lowest\|mean\|more\|most\|no\|none\|not\|of\|on\|only\|or\|otherwise\|query\|read\|satisfies\|some\|table\|than\|the\|throughout\|to\|total\|unless\|where\|whichever\|with\|within\|ULN\|LLN\)\>\)\@!\%([[:alpha:]%‰µμΩ°]\|\[[^]]*\]\|{[^}]*}\)\%([[:alnum:]_%‰µμΩ°²³^*.·']\|\[[^]]*\]\|{[^}]*}\|\/[[:alnum:][{%]\@=\)*/
syntax match critUnit contained /\%(10[\^*]\d\+\)\?\/[[:alpha:]µμ]\+\d\?/

" After a colon, what kind of answer a question has.
syntax match critColon /:/ nextgroup=critType,critUnit skipwhite
syntax match critType contained /\<\%(yes\/no\|whole\s\+number\|number\|date\|period\|duration\|text\|one\s\+of\|any\s\+of\)\>/ nextgroup=critOfUnit,critOrNone skipwhite
syntax match critOfUnit contained /\<of\>/ nextgroup=critUnit skipwhite
syntax match critOrNone contained /\<or\s\+none\>/

syntax match critHeading /\<\%(all\|any\|none\)\s\+of\>/
syntax match critHeading /\<whichever\s\+applies\>/
syntax match critHeading /\<\%(at\s\+least\|at\s\+most\|more\s\+than\|fewer\s\+than\|exactly\)\s\+\d\+\s\+of\>/
syntax match critHeading /\<from\s\+\d\+\s\+to\s\+\d\+\s\+of\>/
syntax match critControl /\<\%(only\s\+if\|only\s\+in\|accepted\s\+if\|whole\s\+list\)\>/
syntax match critWord /\<\%(one\s\+of\|in\s\+order\|read\s\+as\|barred\s\+by\)\>/
syntax match critWindow /\<\%(before\s\+or\s\+after\|on\s\+or\s\+before\|on\s\+or\s\+after\)\>/
syntax match critWindow /\<\%(at\s\+least\|at\s\+most\|more\s\+than\|less\s\+than\|fewer\s\+than\)\>\%(\s\+\d\+\s\+of\>\)\@!/
syntax match critChosen /\<\%(mean\|total\|highest\|lowest\)\s\+of\>/
syntax match critChosen /\<the\s\+\%(longer\|greater\|later\|shorter\|smaller\|earlier\)\s\+of\>/
syntax match critChosen /\<completed\s\+\%(years\|months\)\s\+from\>/
syntax match critLimit /\<\%(inside\|outside\|above\|below\)\s\+the\s\+normal\s\+range\>/
syntax match critQuery /\<query\s\+\%(ambiguous\|truncated\|contradiction\|undefined\|elsewhere\)\>/
syntax match critAsked /\<judgement\>/ nextgroup=critAskedName skipwhite
syntax match critAskedName contained /\<\a\w*\s\+by\s\+\a\w*\>/ contains=critWord

syntax match critAbout /\<\%(title\|version\|source\|note\)\ze\s*"/
syntax match critAbout /\<code\ze\s\+\a\w*\s*"/
syntax match critAbout /\<\%(with\s\+reference\s\+range\|molar\s\+mass\)\>/
syntax match critAbout /^\s*\zs\%(empirical\ze\s*$\|example\ze\s\+\a\w*\s*=\)/
syntax match critAbout /\<gives\>\|\%(\d \)\@<=decimals\?\>/

syntax match critAnswer /\<\%(yes\|not\s\+known\|not\s\+yet\)\>/
syntax match critAnswer /[=|]\@<= *\zsno\>\|\<no\ze\s*|/
syntax match critAnswer /\%([=|] *\|\<to \)\@<=\%(ongoing\|incomplete\)\>/
syntax match critExpect /^\s*\zsexpect\>.*/ contains=critVerdict,critCriterion,critComment,critExpectWord
syntax match critExpectWord contained /\<expect\>/
syntax match critVerdict contained /\<\%(satisfied\|violated\|unknown\|does\s\+not\s\+apply\|eligible\|ineligible\|undetermined\|yes\|no\|not\s\+known\)\>/
syntax match critCriterion /\<\%(inclusion\|exclusion\)\s\+\d\+\l\?\>/

syntax match critDeclaration /^\%(protocol\|library\|use\|moment\|part\|choices\|fact\|judgement\|records\|measurement\|define\|formula\|table\|inclusion\|exclusion\|patient\|case\)\>/ nextgroup=critDeclared skipwhite
syntax match critDeclared contained /\<[[:alnum:]_]\+\>/

syntax match critMistake /[“”„‟«»]/
syntax match critMistake /^ *\t\s*/
syntax match critMistake /"[^"]*$/
syntax match critString /"[^"]*"/
syntax match critComment /#.*/ contains=@Spell
syntax match critVerbatim /^\s*>.*/ contains=@Spell

" A declaration is seen whole from any line of it.
syntax sync minlines=1

highlight default link critDeclaration Statement
highlight default link critDeclared Identifier
highlight default link critCriterion Statement
highlight default link critExpectWord Statement
highlight default link critAsked Statement
highlight default link critAskedName Identifier
highlight default link critHeading Conditional
highlight default link critControl Conditional
highlight default link critWord Keyword
highlight default link critWindow Keyword
highlight default link critChosen Keyword
highlight default link critAbout PreProc
highlight default link critQuery Todo
highlight default link critAnswer Constant
highlight default link critVerdict Constant
highlight default link critOrNone Constant
highlight default link critLimit Constant
highlight default link critType Type
highlight default link critOfUnit Keyword
highlight default link critUnit Type
highlight default link critLength Type
highlight default link critNumber Number
highlight default link critDate Number
highlight default link critMember Identifier
highlight default link critCall Function
highlight default link critOperator Operator
highlight default link critDash Delimiter
highlight default link critString String
highlight default link critVerbatim SpecialComment
highlight default link critComment Comment
highlight default link critMistake Error

let b:current_syntax = 'crit'
