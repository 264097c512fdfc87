import json
import shutil
from pathlib import Path

import pytest

from factbase.errors import ModelError
from factbase.extract.tagger import MODEL, Tagger


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("settings.json", "tokenizer.json", "roles.npz"):
        shutil.copy(MODEL / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "value"), [("features", 0), ("roles", ["O"]), ("entities", ["O"])])
def test_a_model_of_other_features_is_refused(folder: Path, name: str, value: object) -> None:
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    (folder / "settings.json").write_text(json.dumps(settings | {name: value}), encoding="utf-8")
    with pytest.raises(ModelError, match="was trained on features"):
        Tagger(folder)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"settings\.json is missing"):
        Tagger(tmp_path)


def test_a_damaged_model_is_one_sentence(folder: Path) -> None:
    (folder / "reader.onnx").write_bytes(b"not a model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Tagger(folder)


def test_the_version_names_the_file() -> None:
    version, _, digest = Tagger().version.partition("+")
    assert version
    assert len(digest) == 12
