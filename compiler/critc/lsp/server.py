"""The language server: what the editor asks and tells, and which module answers it."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from typing import cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from critc.lsp import actions, completion, folding, formatting, hints, hover, navigation, outline
from critc.lsp import rename as renaming
from critc.lsp.analysis import Analysis
from critc.lsp.diagnostics import shown
from critc.lsp.document import Document, opened
from critc.lsp.positions import Encoding
from critc.lsp.tokens import MODIFIERS, TYPES
from critc.lsp.workspace import Files, OpenFile
from critc.version import __version__

SWITCH = 0.0005
"""Seconds after which a running check lets a key be answered; Python's own is ten times as long."""

PAUSE = 0.4
"""Seconds without a key after which the whole file is checked."""


class CritServer(LanguageServer):
    """The open files, and the checks of whole files that are to come."""

    def __init__(self) -> None:
        super().__init__("critc", __version__)
        self.files = Files()
        self.coming: dict[str, asyncio.Task[None]] = {}
        self.running: set[asyncio.Task[Analysis]] = set()
        self.checking = asyncio.Lock()

    def publish(self, file: OpenFile) -> None:
        """Shows what there is to say of a file as it is now."""
        document = file.document
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                document.uri, shown(document, file.findings(), file.places), document.version
            )
        )

    def schedule(self, uri: str, pause: float) -> None:
        """Checks a whole file after a pause; a key that is pressed meanwhile begins it anew."""
        self.forget(uri)
        self.coming[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))

    def forget(self, uri: str) -> None:
        """Calls off the check that is to come."""
        if coming := self.coming.pop(uri, None):
            coming.cancel()

    async def _check(self, uri: str, pause: float) -> None:
        """All that there is to say: what is wrong, and after a longer pause what is doubtful."""
        await asyncio.sleep(pause)
        file = self.files.open.get(uri)
        if file is None:
            return
        task = asyncio.get_running_loop().create_task(self._analysed(file))
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        analysis = await asyncio.shield(task)  # what has begun is of use for the keys that follow
        await asyncio.sleep(pause)
        await file.doubt(analysis, self.files.texts())
        self.publish(file)

    async def _analysed(self, file: OpenFile) -> Analysis:
        """The whole check, beside everything else, one at a time; what it found is shown."""
        async with self.checking:
            gc.disable()  # a sweep of so many small objects would hold up the next key
            try:
                analysis = await asyncio.to_thread(self.files.analyse, file.document)
            finally:
                gc.freeze()
                gc.enable()
        if self.files.open.get(file.document.uri) is file:
            file.analysed(analysis)
            self.publish(file)
        return analysis


def made() -> CritServer:
    """A server with all that it can do."""
    logging.getLogger("pygls.protocol").addFilter(_is_a_fault)
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_a_fault)
    # The whole check has a thread of its own: a key must not wait for it at each step.
    sys.setswitchinterval(SWITCH)
    server = CritServer()
    _documents(server)
    _words(server)
    _whole_files(server)
    return server


def _is_a_fault(record: logging.LogRecord) -> bool:
    """Whether a record tells of a fault; that a name was refused is an answer like others."""
    return not (record.exc_info and isinstance(record.exc_info[1], renaming.RefusedError))


def _file(server: CritServer, uri: str) -> OpenFile | None:
    return server.files.open.get(uri)


def _at(document: Document, position: types.Position) -> int:
    return document.offset(position.line, position.character)


def _stretch(document: Document, asked: types.Range) -> tuple[int, int]:
    return _at(document, asked.start), _at(document, asked.end)


# ---- the files that are open --------------------------------------------------------------------


def _documents(server: CritServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        encoding = cast(Encoding, str(_encoding(server)))
        document = opened(item.uri, item.version, item.text, encoding)
        server.files.open[item.uri] = OpenFile(document)
        server.schedule(item.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        file = _file(server, uri)
        if file is None:
            return
        document = file.document
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = _stretch(document, change.range)
                document = document.edited(start, end, change.text, version)
            else:
                fresh = opened(uri, version, change.text, document.encoding)
                document = fresh.with_borrowed(document.borrowed)
        file.changed(document)
        if file.analysis:
            server.publish(file)
        server.schedule(uri, PAUSE)
        for other in server.files.users(uri):
            server.schedule(other, PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        borrowers = server.files.users(uri)
        server.files.open.pop(uri, None)
        server.forget(uri)
        for other in borrowers:  # for them, what is on disk counts again
            server.schedule(other, PAUSE)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        server.schedule(params.text_document.uri, 0)


def _encoding(server: CritServer) -> str:
    encoding = server.workspace.position_encoding or types.PositionEncodingKind.Utf16
    return encoding.value if isinstance(encoding, types.PositionEncodingKind) else encoding


# ---- one word -----------------------------------------------------------------------------------


def _words(server: CritServer) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=[" ", "-", ":", "/"]),
    )
    def complete(params: types.CompletionParams) -> types.CompletionList | None:
        if file := _file(server, params.text_document.uri):
            return completion.completion(file.document, _at(file.document, params.position))
        return None

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        if file := _file(server, params.text_document.uri):
            return hover.hover(file.document, _at(file.document, params.position))
        return None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(params: types.DefinitionParams) -> types.Location | None:
        if file := _file(server, params.text_document.uri):
            at = _at(file.document, params.position)
            return navigation.definition(file.document, at, file.places)
        return None

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def refer(params: types.ReferenceParams) -> list[types.Location]:
        if file := _file(server, params.text_document.uri):
            at, declared = _at(file.document, params.position), params.context.include_declaration
            return navigation.references(file.document, at, declared)
        return []

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def may_rename(params: types.PrepareRenameParams) -> types.Range | None:
        if file := _file(server, params.text_document.uri):
            return renaming.renameable(file.document, _at(file.document, params.position))
        return None

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        if file := _file(server, params.text_document.uri):
            at = _at(file.document, params.position)
            return renaming.rename(server.files, file, at, params.new_name)
        return None


# ---- the whole file -----------------------------------------------------------------------------


def _whole_files(server: CritServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        file = _file(server, params.text_document.uri)
        return outline.outline(file.document) if file else []

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def folds(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        file = _file(server, params.text_document.uri)
        return folding.folding(file.document) if file else []

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def style(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        file = _file(server, params.text_document.uri)
        return formatting.formatting(file.document) if file else []

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def mends(params: types.CodeActionParams) -> list[types.CodeAction]:
        file = _file(server, params.text_document.uri)
        if file is None:
            return []
        start, end = _stretch(file.document, params.range)
        asked = list(params.context.diagnostics)
        return actions.actions(file.document, file.findings(), start, end, asked)

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    def hinted(params: types.InlayHintParams) -> list[types.InlayHint]:
        file = _file(server, params.text_document.uri)
        return hints.hints(file.document, *_stretch(file.document, params.range)) if file else []

    legend = types.SemanticTokensLegend(list(TYPES), list(MODIFIERS))

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, legend)
    def paint(params: types.SemanticTokensParams) -> types.SemanticTokens:
        file = _file(server, params.text_document.uri)
        if file is None:
            return types.SemanticTokens([])
        return types.SemanticTokens(file.painter.data(file.document, 0, len(file.document.text)))

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, legend)
    def paint_some(params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
        file = _file(server, params.text_document.uri)
        if file is None:
            return types.SemanticTokens([])
        start, end = _stretch(file.document, params.range)
        return types.SemanticTokens(file.painter.data(file.document, start, end))
