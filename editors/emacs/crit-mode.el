;;; crit-mode.el --- Eligibility criteria of clinical trials -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; A major mode for the `.crit' files of critc: colours, indentation, an index of the criteria, and
;; the language server of critc by Eglot.  In the init file:
;;
;;   (add-to-list 'load-path "~/critc/editors/emacs")
;;   (require 'crit-mode)
;;   (add-hook 'crit-mode-hook #'eglot-ensure)

;;; Code:

(defgroup crit nil
  "Eligibility criteria of clinical trials."
  :group 'languages)

(defcustom crit-server-command '("critc" "lsp")
  "The program that Eglot starts for `crit-mode', and its arguments."
  :type '(repeat string))

(defface crit-verbatim '((t :inherit font-lock-doc-face))
  "The protocol's own words, the lines after `>'.")

(defface crit-mistake '((t :inherit error))
  "What no place of the language has: a curly quote, a tab.")

(defconst crit-declarations
  '("protocol" "library" "use" "moment" "part" "choices" "fact" "judgement" "records" "measurement"
    "define" "formula" "table" "inclusion" "exclusion" "patient" "case")
  "The words that begin a declaration.")

(defconst crit-headings
  '("all of" "any of" "none of" "whichever applies")
  "What begins a list, besides `at least 2 of' and its like.")

(defconst crit-counts
  '("at least" "at most" "more than" "fewer than" "less than" "exactly" "last")
  "What stands before a number of conditions, of records or of days.")

(defconst crit-controls
  '("only if" "only in" "whole list" "unless" "accepted if" "if" "otherwise" "where" "assessed"
    "accepted" "expect")
  "For whom a condition is and what takes it away.")

(defconst crit-windows
  '("within" "throughout" "before or after" "on or before" "on or after" "before" "after" "at" "for"
    "exactly")
  "When something has to be.")

(defconst crit-phrases
  '("mean of" "total of" "highest of" "lowest of" "latest" "earliest"
    "the longer of" "the shorter of" "the greater of" "the smaller of" "the later of"
    "the earlier of"
    "completed years from" "completed months from" "one of" "in order" "read as" "barred by"
    "with reference range" "molar mass")
  "Words that only together belong to the language.")

(defconst crit-words
  '("all" "and" "any" "as" "be" "by" "consecutive" "distinct" "every" "fact" "fewer" "from" "gives"
    "highest" "in" "includes" "is" "judgement" "last" "least" "less" "let" "lowest" "mean" "more"
    "most" "no" "not" "of" "on" "only" "or" "query" "read" "satisfies" "some" "table" "than" "the"
    "to" "total" "whichever" "with")
  "The other words that cannot be names.")

(defconst crit-abouts
  '("title" "version" "source" "note")
  "What is said about a declaration, before words in quotes.")

(defconst crit-types
  '("yes/no" "whole number" "number" "date" "period" "duration" "text" "one of" "any of")
  "The kinds of answers that are words.")

(defconst crit-answers
  '("not known" "not yet" "none" "yes")
  "Answers, wherever they stand.")

(defconst crit-outcomes
  '("satisfied" "violated" "unknown" "does not apply" "eligible" "ineligible" "undetermined" "yes"
    "no" "not known")
  "What a case expects.")

(defconst crit-limits
  '("ULN" "LLN" "inside the normal range" "outside the normal range" "above the normal range"
    "below the normal range")
  "The laboratory's own limits.")

(defconst crit-queries
  '("ambiguous" "truncated" "contradiction" "undefined" "elsewhere")
  "The kinds of questions to the sponsor.")

(defun crit--any (phrases)
  "A pattern of whole PHRASES, with any number of spaces between two words."
  (concat "\\_<\\(?:"
          (mapconcat (lambda (phrase) (replace-regexp-in-string " " " +" (regexp-quote phrase)))
                     (sort (copy-sequence phrases) (lambda (a b) (> (length a) (length b))))
                     "\\|")
          "\\)\\_>"))

(defconst crit--name "[A-Za-z][A-Za-z0-9_]*")
(defconst crit--amount "[0-9]+\\(?:\\.[0-9]+\\)?")
(defconst crit--length
  "\\(?:days?\\|weeks?\\|months?\\|years?\\|hours?\\|min\\|wk\\|mo\\|[dha]\\)\\_>")
(defconst crit--unit
  (concat "\\(?:[×*] ?\\)?10[*^][0-9]+/[A-Za-zµμ]+"
          "\\|/[A-Za-zµμ]+[0-9]?"
          "\\|\\(?:[A-Za-z%‰µμΩ°]\\|\\[[^]\n]*\\]\\|{[^}\n]*}\\)"
          "\\(?:[A-Za-z0-9_%‰µμΩ°²³^*'./·]\\|\\[[^]\n]*\\]\\|{[^}\n]*}\\)*"))
(defconst crit--heading
  (concat "\\(?:" (crit--any crit-headings)
          "\\|\\_<\\(?:at +least\\|at +most\\|more +than\\|fewer +than\\|exactly\\) +[0-9]+ +of\\_>"
          "\\|\\_<from +[0-9]+ +to +[0-9]+ +of\\_>\\)"))

(defconst crit--quantity (concat "\\_<\\(" crit--amount "\\) *\\(" crit--unit "\\)"))
(defconst crit--counted (concat (crit--any crit-counts) " +\\="))
(defconst crit--no-unit
  (crit--any (append crit-words crit-windows crit-controls crit-limits
                     '("none" "decimals" "decimal"))))

(defun crit--match-unit (limit)
  "Find the next number with a unit before LIMIT.
Group 1 is the number, group 2 the unit.  After a count only a length is
a unit: `at least 4 weeks', but `at least 4 exposures'."
  (let (found)
    (while (and (not found) (re-search-forward crit--quantity limit t))
      (let ((number (match-beginning 1))
            (line (line-beginning-position)))
        (save-match-data
          (save-excursion
            (goto-char (match-beginning 2))
            (setq found (and (not (looking-at-p crit--no-unit))
                             (or (looking-at-p crit--length)
                                 (progn
                                   (goto-char number)
                                   (not (looking-back crit--counted line))))))))
        (unless found (goto-char (match-end 1)))))
    found))

(defconst crit-font-lock-keywords
  `(("^[ \t]*>.*$" 0 'crit-verbatim t)
    ("^ *\t[ \t]*" 0 'crit-mistake t)
    ("[“”„‟«»]" 0 'crit-mistake)
    (,(concat "^\\(" (crit--any '("inclusion" "exclusion")) "\\) +\\([0-9]+[a-z]?\\)")
     (1 font-lock-keyword-face) (2 font-lock-function-name-face))
    (,(concat "^\\(" (crit--any crit-declarations) "\\)\\(?: +\\(" crit--name "\\)\\)?")
     (1 font-lock-keyword-face) (2 font-lock-function-name-face nil t))
    (,(concat "\\_<\\(judgement\\) +\\(" crit--name "\\) +\\(by\\) +\\(" crit--name "\\)")
     (1 font-lock-keyword-face) (2 font-lock-variable-name-face)
     (3 font-lock-keyword-face) (4 font-lock-type-face))
    (,(concat "\\_<\\(fact\\|let\\) +\\(" crit--name "\\)")
     (1 font-lock-keyword-face) (2 font-lock-variable-name-face))
    (,(concat "^ *- +\\(" crit--name "\\) *[:=]") 1 font-lock-variable-name-face)
    (,(concat "\\(" (crit--any crit-abouts) "\\) *\"") 1 font-lock-preprocessor-face)
    (,(concat "\\_<\\(code\\) +" crit--name " *\"") 1 font-lock-preprocessor-face)
    (,(concat "^ *\\(example\\) +" crit--name " *=") 1 font-lock-preprocessor-face)
    ("^ *\\(empirical\\) *$" 1 font-lock-preprocessor-face)
    ("[0-9] \\(decimals?\\)\\_>" 1 font-lock-preprocessor-face)
    (,(concat "\\_<\\(query\\) +\\(" (crit--any crit-queries) "\\)")
     (1 font-lock-warning-face) (2 font-lock-warning-face))
    (,(concat ": *\\(" (crit--any crit-types) "\\|" crit--unit "\\)\\(?: +\\(or +none\\)\\_>\\)?")
     (1 font-lock-type-face) (2 font-lock-constant-face nil t))
    ("^ *\\(expect\\)\\_>" (1 font-lock-keyword-face)
     (,(crit--any crit-outcomes) nil nil (0 font-lock-constant-face)))
    ("\\_<\\(inclusion\\|exclusion\\) +\\([0-9]+[a-z]?\\)\\_>"
     (1 font-lock-keyword-face) (2 font-lock-function-name-face))
    ("\\_<whole +number +of +\\([^ \"]+\\)" 1 font-lock-type-face)
    (,crit--heading . font-lock-builtin-face)
    (,(crit--any crit-answers) . font-lock-constant-face)
    ("[=|] *\\(no\\|ongoing\\|incomplete\\)\\_>" 1 font-lock-constant-face)
    ("\\_<\\(no\\|ongoing\\) *|" 1 font-lock-constant-face)
    ("\\_<to +\\(ongoing\\)\\_>" 1 font-lock-constant-face)
    (,(crit--any crit-limits) . font-lock-constant-face)
    ("\\_<[0-9]\\{4\\}-[0-9]\\{2\\}\\(?:-[0-9]\\{2\\}\\)?\\_>" . font-lock-constant-face)
    (crit--match-unit (2 font-lock-type-face))
    (,(crit--any (append crit-controls crit-windows crit-phrases crit-counts))
     . font-lock-keyword-face)
    (,(crit--any crit-words) . font-lock-keyword-face)
    (,(concat "\\_<\\(" crit--name "\\)(") 1 font-lock-function-name-face))
  "What is coloured; the first that fits a word is taken.")

(defvar crit-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "." table)
    (modify-syntax-entry ?_ "_" table)
    (dolist (sign '(?< ?> ?= ?≥ ?≤ ?× ?* ?/ ?^ ?+ ?- ?− ?| ?% ?' ?&))
      (modify-syntax-entry sign "." table))
    table)
  "Comments begin with `#', words stand in double quotes.
A backslash means itself.")

;; In the protocol's own words neither quotes nor `#' mean anything: to Emacs they are a comment.  Words
;; in quotes end on their line: a quote that is still open there does not change the lines below.
(defconst crit--syntax-propertize
  (syntax-propertize-rules
   ("^[ \t]*\\(>\\)" (1 "<"))
   ("\\(\"\\)\\([^\"\n]*\"\\)?" (1 (unless (match-beginning 2) (string-to-syntax "."))))))

(defun crit--wanted-indentation ()
  "The column of this line, by the line before it."
  (save-excursion
    (if (not (re-search-backward "^[ \t]*[^ \t\n]" nil t))
        0
      (back-to-indentation)
      (let* ((column (current-column))
             (dash (looking-at-p "- "))
             (line (buffer-substring-no-properties (point) (line-end-position))))
        (cond ((string-match-p "\\`[>#]" line) column)
              ((string-match-p (concat crit--heading "\\(?: +\"[^\"]*\"\\)? *\\'") line)
               (+ column (if dash 4 2)))
              ((and dash (string-match-p "= *\\(?:incomplete\\)? *\\'" line)) (+ column 4))
              ((string-match-p "\\`query " line) (+ column 2))
              ((and (zerop column)
                    (string-match-p
                     (concat "\\`" (crit--any '("protocol" "library" "choices" "records" "define"
                                                "formula" "table" "inclusion" "exclusion" "patient"
                                                "case")))
                     line))
               2)
              (t column))))))

(defun crit-indent-line ()
  "Put this line where the line before it wants it; again, one step further out.
Indentation has a meaning: no line is moved that nobody asked to move."
  (interactive)
  (let* ((wanted (crit--wanted-indentation))
         (now (current-indentation))
         (column (if (and (eq this-command last-command) (> now 0)) (- now 2) wanted)))
    (if (<= (current-column) now)
        (indent-line-to (max 0 column))
      (save-excursion (indent-line-to (max 0 column))))))

(defun crit-continue ()
  "Begin a line that goes on with the words or the list of this one."
  (interactive)
  (let ((mark (save-excursion
                (back-to-indentation)
                (and (looking-at "\\([>-]\\) ") (match-string 1))))
        (column (current-indentation)))
    (if (not mark)
        (newline-and-indent)
      (end-of-line)
      (newline)
      (indent-line-to (if (equal mark "-") (crit--wanted-indentation) column))
      (insert mark " "))))

(defvar crit-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "M-RET") #'crit-continue)
    map)
  "Keys of `crit-mode'.")

;;;###autoload
(define-derived-mode crit-mode prog-mode "crit"
  "Major mode for the eligibility criteria of clinical trials."
  (setq-local font-lock-defaults '(crit-font-lock-keywords))
  (setq-local syntax-propertize-function crit--syntax-propertize)
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "#+ *")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local fill-column 100)
  (setq-local indent-line-function #'crit-indent-line)
  (setq-local indent-region-function #'ignore)
  (setq-local electric-indent-inhibit t)
  (setq-local imenu-generic-expression
              `(("Criteria" "^\\(\\(?:inclusion\\|exclusion\\) +[0-9]+[a-z]?\\)" 1)
                (nil ,(concat "^\\(?:fact\\|judgement\\|moment\\|measurement\\|records\\|choices"
                              "\\|define\\|formula\\|table\\|part\\) +\\(" crit--name "\\)")
                     1)
                ("Cases" "^case +\"\\([^\"]*\\)\"" 1))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.crit\\'" . crit-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs (cons 'crit-mode crit-server-command)))

(provide 'crit-mode)
;;; crit-mode.el ends here
