"""The language server as editors start it: a process that is spoken to."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator, Callable
from itertools import count
from pathlib import Path

import pytest
import pytest_lsp
from lsp.opening import CRITERIA, ROOT
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient

PATIENCE = 120
"""Seconds that a busy machine may take."""

INITIALIZE = (
    b'{"jsonrpc":"2.0","id":1,"method":"initialize",'
    b'"params":{"processId":null,"rootUri":null,"capabilities":{}}}'
)

_numbers = count(1)

BROKEN = """\
moment first_dose "First dose 😀"
fact weight : kg "Body weight"

inclusion 1
  > Weight 𝛼 ≥ 50 kg
  wieght ≥ 50 kg  "𝛼 ≥ 50 kg"

inclusion 2
  > Half-written
  all of
    - weight ≥

inclusion 3
  > Another unit
  weight ≥ 50 mmol/L
"""

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    scope="module",
    config=ClientServerConfig(server_command=[sys.executable, "-m", "critc", "lsp"]),
)
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(
        types.InitializeParams(types.ClientCapabilities(), root_uri=ROOT.as_uri())
    )
    yield
    await lsp_client.shutdown_session()


class Editor:
    """A file in the editor, its text and version kept as the editor keeps them."""

    def __init__(self, client: LanguageClient, path: Path, text: str) -> None:
        self.client, self.uri, self.text, self.version = client, path.as_uri(), text, 1
        self.document = types.TextDocumentIdentifier(self.uri)
        client.diagnostics.pop(self.uri, None)
        item = types.TextDocumentItem(self.uri, "crit", 1, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def position(self, offset: int) -> types.Position:
        before = self.text[:offset]
        line = before.count("\n")
        return types.Position(line, len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)

    def at(self, words: str, inside: str = "") -> types.Position:
        inside = inside or words
        return self.position(self.text.index(inside) + inside.index(words))

    def text_at(self, asked: types.Range) -> str:
        lines = self.text.split("\n")
        return "\n".join(lines)[self.offset(asked.start) : self.offset(asked.end)]

    def offset(self, position: types.Position) -> int:
        lines = self.text.split("\n")
        line = lines[position.line].encode("utf-16-le")[: position.character * 2]
        return sum(len(each) + 1 for each in lines[: position.line]) + len(line.decode("utf-16-le"))

    def change(self, old: str, new: str) -> None:
        start = self.text.index(old)
        asked = types.Range(self.position(start), self.position(start + len(old)))
        self.text = self.text[:start] + new + self.text[start + len(old) :]
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri),
                [types.TextDocumentContentChangePartial(asked, new)],
            )
        )

    async def told(self, *codes: str) -> list[types.Diagnostic]:
        """The findings, once they have these codes and no others."""
        return await self.until(
            lambda found: sorted(str(each.code) for each in found) == sorted(codes)
        )

    async def checked(self) -> None:
        """Returns when the server has said anything of the file."""
        await self.until(lambda found: len(found) >= 0)

    async def until(self, true: Callable[[list[types.Diagnostic]], bool]) -> list[types.Diagnostic]:
        async def waited() -> list[types.Diagnostic]:
            while True:
                found = self.client.diagnostics.get(self.uri)
                if found is not None and true(list(found)):
                    return list(found)
                await asyncio.sleep(0.05)

        return await asyncio.wait_for(waited(), PATIENCE)

    def close(self) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.document))


async def protocol(client: LanguageClient, name: str = "NCT02496767") -> Editor:
    """A protocol under a name of its own in each test, when it has been checked."""
    text = (CRITERIA / f"{name}.crit").read_text(encoding="utf-8")
    editor = Editor(client, CRITERIA / f"{name}-{next(_numbers)}.crit", text)
    await editor.checked()
    return editor


async def test_a_right_protocol_has_no_findings(client: LanguageClient) -> None:
    editor = await protocol(client)
    assert list(client.diagnostics[editor.uri]) == []
    editor.close()


async def test_findings_of_a_broken_file(client: LanguageClient) -> None:
    editor = Editor(client, CRITERIA / "broken.crit", BROKEN)
    found = await editor.until(lambda found: len(found) == 3)
    assert [each.severity for each in found] == [types.DiagnosticSeverity.Error] * 3
    by_code = {str(each.code): each for each in found}
    assert editor.text_at(by_code["E0201"].range) == "wieght"
    unit = by_code["E0302"]
    assert editor.text_at(unit.range) == "50 mmol/L"
    related = unit.related_information or []
    assert [editor.text_at(each.location.range) for each in related] == ["weight"]
    assert unit.source == "critc"
    assert unit.code_description is None
    editor.close()


async def test_findings_follow_the_keys(client: LanguageClient) -> None:
    editor = Editor(client, CRITERIA / "typed.crit", BROKEN)
    await editor.until(lambda found: len(found) == 3)
    editor.change("wieght", "weight")
    await editor.until(lambda found: len(found) == 2)
    editor.change("    - weight ≥\n", "    - weight ≥ 50 kg\n    - weight ≤ 90 kg\n")
    [last] = await editor.told("E0302")
    assert editor.text_at(last.range) == "50 mmol/L"
    editor.change("mmol/L", "kg")
    editor.change('"First dose 😀"', '"First dose 😀𝛼"')
    await editor.until(lambda found: all(str(each.code).startswith("W") for each in found))
    editor.close()
    await editor.until(lambda found: found == [])


async def test_lints_are_shown_as_warnings(client: LanguageClient) -> None:
    text = 'fact asked "Is it asked?"\nfact unused "Is it used?"\n\ninclusion 1\n  > W.\n  asked\n'
    editor = Editor(client, CRITERIA / "lint.crit", text)
    [found] = await editor.told("W0602")
    assert found.severity == types.DiagnosticSeverity.Warning
    assert "unused" in editor.text_at(found.range)
    editor.change("\n  asked\n", "\n  all of\n    - asked\n    - unused\n")
    await editor.told()
    editor.close()


async def test_completion(client: LanguageClient) -> None:
    editor = await protocol(client)
    editor.change("als_origin is one of familial, sporadic", "als_origin is one of familial, ")
    at = editor.position(editor.text.index("is one of familial, ") + len("is one of familial, "))
    found = await client.text_document_completion_async(types.CompletionParams(editor.document, at))
    assert isinstance(found, types.CompletionList)
    assert [item.label for item in found.items[:3]] == ["familial", "sporadic", "other"]
    assert found.items[1].detail == "Sporadic"
    editor.close()


async def test_hover_definition_references(client: LanguageClient) -> None:
    editor = await protocol(client)
    at = editor.at("bmi", "bmi(weight")
    hovered = await client.text_document_hover_async(types.HoverParams(editor.document, at))
    assert hovered is not None
    assert "Quetelet" in str(hovered.contents)
    found = await client.text_document_definition_async(types.DefinitionParams(editor.document, at))
    assert isinstance(found, types.Location)
    library = CRITERIA / "library" / "formulas.crit"
    assert found.uri == library.resolve().as_uri()
    line = library.read_text(encoding="utf-8").splitlines()[found.range.start.line]
    assert line.startswith("formula bmi ")
    named = await client.text_document_references_async(
        types.ReferenceParams(
            types.ReferenceContext(True), editor.document, editor.at("nippv", "fact nippv")
        )
    )
    assert named is not None
    assert {editor.text_at(each.range) for each in named} == {"nippv"}
    assert len(named) == len(
        [
            line
            for line in editor.text.splitlines()
            if line.lstrip("- ").startswith(("nippv ", "fact nippv "))
        ]
    )
    editor.close()


async def test_rename_here_and_refused(client: LanguageClient) -> None:
    editor = await protocol(client)
    at = editor.at("sex", "sex is male")
    asked = await client.text_document_prepare_rename_async(
        types.PrepareRenameParams(editor.document, at)
    )
    assert isinstance(asked, types.Range)
    assert editor.text_at(asked) == "sex"
    edit = await client.text_document_rename_async(
        types.RenameParams(editor.document, at, "gender")
    )
    assert edit is not None
    assert edit.changes is not None
    assert {editor.text_at(each.range) for each in edit.changes[editor.uri]} == {"sex"}
    with pytest.raises(JsonRpcException, match="word of the language"):
        await client.text_document_rename_async(types.RenameParams(editor.document, at, "unless"))
    editor.close()


async def test_whole_file_features(client: LanguageClient) -> None:
    editor = await protocol(client)
    document = editor.document
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert symbols is not None
    names = [each.name for each in symbols]
    assert {"screening", "als_origin", "inclusion 1", "exclusion 10"} <= set(names)
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    assert folds
    painted = await client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(document)
    )
    assert painted is not None
    assert len(painted.data) % 5 == 0
    whole = types.Range(types.Position(0, 0), editor.position(len(editor.text)))
    some = await client.text_document_semantic_tokens_range_async(
        types.SemanticTokensRangeParams(document, whole)
    )
    assert some is not None
    assert some.data == painted.data
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(document, whole))
    assert hints is not None
    assert "0 to 29 days before" in {str(each.label).strip() for each in hints}
    editor.close()


async def test_style(client: LanguageClient) -> None:
    options = types.FormattingOptions(2, True)
    editor = await protocol(client)
    asked = types.DocumentFormattingParams(editor.document, options)
    assert not await client.text_document_formatting_async(asked)
    editor.change("upright_svc ≥ 70 %", "upright_svc   >= 70 %")
    [edit] = await client.text_document_formatting_async(asked) or []
    assert "upright_svc ≥ 70 %" in edit.new_text
    editor.change("upright_svc   >= 70 %", "upright_svc   >= >= 70 %")
    assert not await client.text_document_formatting_async(asked)
    editor.close()


async def test_mends(client: LanguageClient) -> None:
    editor = Editor(client, CRITERIA / "mend.crit", BROKEN)
    found = await editor.until(lambda found: len(found) == 3)
    misspelt = next(each for each in found if each.code == "E0201")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            editor.document, misspelt.range, types.CodeActionContext(diagnostics=[misspelt])
        )
    )
    [action] = actions or []
    assert isinstance(action, types.CodeAction)
    assert action.title == "Write `weight`"
    assert action.diagnostics is not None
    assert [each.code for each in action.diagnostics] == ["E0201"]
    editor.close()


async def test_an_unsaved_library_counts(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    path = tmp_path / "library" / "own.crit"
    path.write_text('library own\n\nfact sugar : mg "Sugar"\n', encoding="utf-8")
    text = "use sugar from library/own\n\ninclusion 1\n  > Sugar ≥ 3 mg\n  sugar ≥ 3 mg\n"
    editor = Editor(client, tmp_path / "p.crit", text)
    await editor.told()
    library = Editor(client, path, path.read_text(encoding="utf-8"))
    await library.checked()
    library.change("mg", "mmol")
    await editor.told("E0306")
    library.close()
    editor.close()


async def test_files_that_are_not_open_have_no_answer(client: LanguageClient) -> None:
    nowhere = types.TextDocumentIdentifier("file:///nowhere.crit")
    at = types.Position(0, 0)
    assert await client.text_document_hover_async(types.HoverParams(nowhere, at)) is None
    assert not await client.text_document_document_symbol_async(types.DocumentSymbolParams(nowhere))


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    scope="module",
    config=ClientServerConfig(server_command=[sys.executable, "-m", "critc", "lsp"]),
)
async def counting(lsp_client: LanguageClient) -> AsyncIterator[None]:
    """An editor that counts characters."""
    general = types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf32])
    await lsp_client.initialize_session(
        types.InitializeParams(types.ClientCapabilities(general=general), root_uri=ROOT.as_uri())
    )
    yield
    await lsp_client.shutdown_session()


@pytest.mark.parametrize(("columns", "fixture"), [((13, 19), "client"), ((12, 18), "counting")])
async def test_columns_are_those_that_were_agreed(
    columns: tuple[int, int], fixture: str, client: LanguageClient, counting: LanguageClient
) -> None:
    text = 'case "😀" of nobody\n  expect eligible\n'
    editor = Editor(client if fixture == "client" else counting, CRITERIA / "columns.crit", text)
    [found] = await editor.told("E0213")
    assert (found.range.start.character, found.range.end.character) == columns
    editor.close()


@pytest.mark.asyncio(loop_scope="function")
async def test_one_editor_by_tcp_on_this_computer() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "critc", "lsp", "--tcp", str(port)
    )
    try:
        reader, writer = await _connected(port)
        writer.write(_message(INITIALIZE))
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), PATIENCE)
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        assert b'"completionProvider"' in await reader.readexactly(length)
        writer.close()
        await writer.wait_closed()
    finally:
        process.kill()
        await process.wait()


async def _connected(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    for _ in range(PATIENCE * 10):
        try:
            return await asyncio.open_connection("127.0.0.1", port)
        except ConnectionRefusedError:
            await asyncio.sleep(0.1)
    raise AssertionError("the server does not listen")


def _message(content: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(content), content)
