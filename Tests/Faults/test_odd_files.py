"""The output folder, or a file in it, is not what it should be."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from conftest import Bench
from faults import PROGRAM, contents, former, temporary

NAME = "database-worksheet.md"
"""One of those that differ."""


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    # The path of a socket has to be short.
    with socket.socket(socket.AF_UNIX) as it:
        folder = os.getcwd()
        os.chdir(path.parent)
        it.bind(path.name)
        os.chdir(folder)


ODD = {
    "pipe": make_pipe,
    "socket": make_socket,
    "link to a device": lambda path: path.symlink_to("/dev/zero"),
    "link to nothing": lambda path: path.symlink_to("nowhere"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to a pipe": lambda path: (os.mkfifo(path.with_name("pipe")), path.symlink_to("pipe")),
    "empty file": lambda path: path.touch(),
}


@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_file_of_ours_is_replaced(bench: Bench, odd: str) -> None:
    """Nothing waits for it, nothing is read from it, and nothing is written through it."""
    path = bench.folder / NAME
    path.unlink()
    ODD[odd](path)
    assert bench.generate(timeout=20).code == 0
    assert path.is_file() and not path.is_symlink()
    (bench.folder / "pipe").unlink(missing_ok=True)
    bench.check_new()


def test_a_link_to_a_file_of_somebody(bench: Bench) -> None:
    """The link is replaced, the file stays; so does a link to a file that is the same."""
    theirs = bench.folder.parent / "theirs"
    theirs.write_bytes(b"theirs")
    same = bench.folder.parent / "same"
    same.write_bytes(bench.new["plan.json"])
    for name, target in ((NAME, theirs), ("plan.json", same)):
        (bench.folder / name).unlink()
        (bench.folder / name).symlink_to(target)
    assert bench.generate().code == 0
    assert theirs.read_bytes() == b"theirs"
    assert not (bench.folder / NAME).is_symlink()
    assert (bench.folder / "plan.json").is_symlink()
    bench.check_new()


@pytest.mark.parametrize("is_link", [False, True])
def test_a_folder_in_the_way(bench: Bench, is_link: bool) -> None:
    (bench.folder / NAME).unlink()
    if is_link:
        (bench.folder / NAME).symlink_to(bench.folder.parent)
    else:
        (bench.folder / NAME).mkdir()
    before = contents(bench.folder)
    ended = bench.generate()
    assert (ended.code, "a folder has this name" in ended.errors) == (73, True)
    assert contents(bench.folder) == before


def test_other_names_of_a_file_keep_what_they_had(bench: Bench) -> None:
    other = bench.folder.parent / "other name"
    os.link(bench.folder / NAME, other)
    assert bench.generate().code == 0
    assert other.read_bytes() == bench.old[NAME]
    bench.check_new()


@pytest.mark.parametrize("kind", ["file", "link", "pipe", "other", "second name"])
def test_what_has_the_name_of_a_temporary_file(bench: Bench, kind: str) -> None:
    theirs = bench.folder.parent / "theirs"
    theirs.write_bytes(b"theirs")
    path = bench.folder / temporary(NAME)
    match kind:
        case "file":
            path.write_bytes(b"left by a killed run")
        case "link":
            path.symlink_to(theirs)
        case "pipe":
            os.mkfifo(path)
        case "other":
            (bench.folder / temporary("of-other-options.md")).write_bytes(b"left by a killed run")
        case _:
            os.link(bench.folder / NAME, bench.folder / former(NAME))
    assert bench.generate(timeout=20).code == 0
    assert theirs.read_bytes() == b"theirs"
    bench.check_new()


def test_a_folder_with_the_name_of_a_temporary_file(bench: Bench) -> None:
    (bench.folder / temporary(NAME)).mkdir()
    ended = bench.generate()
    assert (ended.code, "File exists" in ended.errors) == (73, True)
    bench.check_unchanged({temporary(NAME): b""})


def test_an_output_folder_that_is_a_link(bench: Bench) -> None:
    real = bench.folder.with_name("real")
    bench.folder.rename(real)
    bench.folder.symlink_to(real)
    assert bench.generate().code == 0
    assert bench.folder.is_symlink()
    bench.check_new()


def test_an_output_folder_that_is_a_link_to_nothing(bench: Bench) -> None:
    shutil.rmtree(bench.folder)
    bench.folder.symlink_to("nowhere")
    ended = bench.generate()
    assert (ended.code, ended.errors.count("[output-not-created]")) == (73, 1)
    assert bench.folder.is_symlink() and not bench.folder.exists()


def test_a_run_that_fails_while_it_renders(bench: Bench) -> None:
    """By a template that stops in the middle: a folder that was not there is not there."""
    templates = bench.folder.parent / "templates"
    templates.mkdir()
    (templates / "page.html").write_text("{{#nothing}}")
    for is_there in (True, False):
        if not is_there:
            shutil.rmtree(bench.folder)
        ended = subprocess.run(
            [PROGRAM, *bench.second.arguments(bench.folder), "--templates", str(templates)],
            capture_output=True, stdin=subprocess.DEVNULL, check=False,
        )
        assert ended.returncode in (65, 66), ended.stderr
        if is_there:
            bench.check_unchanged()
        else:
            assert not bench.folder.exists()


IS_ROOT = os.geteuid() == 0
ROOT_ONLY = pytest.mark.skipif(not IS_ROOT, reason="needs root: mounts, and users without rights")
CAN_MOUNT = IS_ROOT and subprocess.run(
    ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
).returncode == 0
MOUNTS_ONLY = pytest.mark.skipif(not CAN_MOUNT, reason="the machine allows no mounts: unshare -m mount fails")


def in_own_mounts(bench: Bench, script: str) -> subprocess.CompletedProcess[str]:
    """Runs a script with `$folder` and, as its arguments, the command that writes the second input's files."""
    command = ["unshare", "-m", "sh", "-euc", script, "sh", PROGRAM, *bench.second.arguments(bench.folder)]
    environment = os.environ | {"folder": str(bench.folder)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


@MOUNTS_ONLY
def test_a_file_that_is_a_mount(bench: Bench) -> None:
    """As containers mount single files: it cannot be replaced, and those before it are put back."""
    ended = in_own_mounts(
        bench, 'mount --bind "$folder/plan.json" "$folder/plan.json"; exec "$@"'
    )
    assert (ended.returncode, "Device or resource busy" in ended.stderr) == (74, True), ended.stderr
    bench.check_unchanged()


@MOUNTS_ONLY
def test_a_folder_on_a_disk_of_its_own(bench: Bench) -> None:
    script = 'mount -t tmpfs none "$folder"; "$@"; cp "$folder"/* "$folder/.."; ls -A "$folder" | wc -l'
    ended = in_own_mounts(bench, script)
    assert (ended.returncode, ended.stdout.strip()) == (0, f"{len(bench.new)}"), ended.stderr
    assert all((bench.folder.parent / name).read_bytes() == bytes_ for name, bytes_ in bench.new.items())


@MOUNTS_ONLY
def test_a_disk_that_cannot_be_written(bench: Bench) -> None:
    script = 'mount --bind "$folder" "$folder"; mount -o remount,ro,bind "$folder"; "$@"'
    ended = in_own_mounts(bench, script)
    assert (ended.returncode, "Read-only file system" in ended.stderr) == (73, True), ended.stderr
    bench.check_unchanged()


@MOUNTS_ONLY
def test_full_disks_of_every_size(large: Bench) -> None:
    """From no room at all to room for all but the last block; then for everything."""
    script = """
      before="$folder.before" && cp -r "$folder" "$before"
      used=$(($(du -sk --apparent-size "$folder" | cut -f1) + 100))
      succeeded=0
      for more in 4 40 120 200 300 400 500 600 800 1000 2000 20000; do
        mount -t tmpfs -o size=$((used + more))k none "$folder"
        cp "$before"/* "$folder"
        code=0; "$@" || code=$?
        case $code in
          0) succeeded=$((succeeded + 1)); test "$(ls -A "$folder" | wc -l)" = "$(ls -A "$before" | wc -l)" ;;
          73|74) diff -r "$before" "$folder" >&2 ;;
          *) exit 90 ;;
        esac
        umount "$folder"
      done
      echo $succeeded
      """
    ended = in_own_mounts(large, script)
    assert ended.returncode == 0, ended.stderr
    assert 1 <= int(ended.stdout) < 12
    assert "No space left on device" in ended.stderr


@ROOT_ONLY
@pytest.mark.parametrize("name", [NAME, "worksheets.html"])
def test_an_old_file_that_may_not_be_read(bench: Bench, name: str) -> None:
    """It belongs to somebody else, in a folder that anyone may write into: it is replaced unread."""
    nobody = 65534
    for path in (bench.folder, *bench.folder.iterdir()):
        os.chown(path, nobody, nobody)
    os.chown(bench.folder / name, 0, 0)
    (bench.folder / name).chmod(0o600)
    tool = bench.folder.parent / "tool"
    shutil.copy(PROGRAM, tool)
    for path in (bench.folder.parent, bench.second.policy, *bench.second.policy.parents[:3]):
        path.chmod(path.stat().st_mode | 0o055)
    topology = bench.folder.parent / "topology.xml"
    shutil.copy(bench.second.topology, topology)
    policy = bench.folder.parent / "policy.yml"
    shutil.copy(bench.second.policy, policy)
    ended = subprocess.run(
        ["setpriv", f"--reuid={nobody}", f"--regid={nobody}", "--clear-groups", str(tool), "generate", "topology.xml",
         "--policy", "policy.yml", "--output", "output", "--quiet"],
        cwd=bench.folder.parent, capture_output=True, stdin=subprocess.DEVNULL, check=False,
    )
    assert ended.returncode == 0, ended.stderr
    bench.check_new()
