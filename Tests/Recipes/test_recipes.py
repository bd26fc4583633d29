"""The CI recipes: each file has the form its system asks for, and its scripts do what they promise.

The program is in $BACKUP_WORKSHEETS. Building, and what only the systems themselves can do, is left out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import ruamel.yaml

ROOT = Path(__file__).resolve().parents[2]
RECIPES = ROOT / "docs" / "ci"
PROGRAM = Path(os.environ["BACKUP_WORKSHEETS"])


def yaml(path: Path) -> dict:
    return ruamel.yaml.YAML(typ="safe").load(path)


def run(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command line as a CI runs it: nothing in the environment but what the recipe gives."""
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository as the recipes expect it: inputs, worksheets, the tool beside them."""
    shutil.copy(ROOT / "docs/examples/published.xml", tmp_path / "topology.xml")
    shutil.copy(ROOT / "docs/examples/published.policy.yml", tmp_path / "policy.yml")
    subprocess.run([PROGRAM, "entries", "topology.xml", "--file", "entries.csv", "--quiet"], cwd=tmp_path, check=True)
    inputs = ["topology.xml", "--policy", "policy.yml", "--entries", "entries.csv"]
    subprocess.run([PROGRAM, "generate", *inputs, "--quiet"], cwd=tmp_path, check=True)
    release = tmp_path / "tool/.build/release"
    release.mkdir(parents=True)
    (release / "backup-worksheets").symlink_to(PROGRAM)
    (tmp_path / "tool/Scripts").symlink_to(ROOT / "Scripts")
    return tmp_path


def open_a_gap(project: Path) -> None:
    policy = project / "policy.yml"
    lines = policy.read_text("utf-8").splitlines(keepends=True)
    policy.write_text("".join(line for line in lines if "schedule:" not in line), "utf-8")


def make_stale(project: Path) -> None:
    with (project / "output/index.md").open("a", encoding="utf-8") as file:
        file.write("Changed by hand.\n")


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", "docs/ci/github-workflow.yml"),
        ("gitlab-ci", "docs/ci/gitlab-ci.yml"),
        ("azure-pipelines", "docs/ci/azure-pipelines.yml"),
    ],
)
def test_the_form_is_that_of_the_system(schema: str, file: str) -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(ROOT / file)]
    if schema == "gitlab-ci":
        checker += ["--data-transform", "gitlab-ci"]
    if schema == "azure-pipelines":
        # Its patterns escape characters that need none.
        checker += ["--data-transform", "azure-pipelines", "--regex-variant", "nonunicode"]
    result = subprocess.run(checker, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def audit_environment(system: str) -> tuple[str, dict[str, str]]:
    """The audit's command line of a recipe, and the environment that it sets."""
    if system == "github":
        action = yaml(ROOT / "action.yml")
        given = yaml(RECIPES / "github-workflow.yml")["jobs"]["audit"]["steps"][1]["with"]
        inputs = {name: given.get(name, about.get("default", "")) for name, about in action["inputs"].items()}
        assert set(given) <= set(inputs)
        step = action["runs"]["steps"][-1]
        expressions = {f"${{{{ inputs.{name} }}}}": value for name, value in inputs.items()}
        expressions["${{ github.action_path }}"] = "tool"

        def evaluate(text: str) -> str:
            for expression, value in expressions.items():
                text = text.replace(expression, value)
            assert "${{" not in text
            return text

        return evaluate(step["run"]), {name: evaluate(text) for name, text in step["env"].items()}
    if system == "gitlab":
        job = yaml(RECIPES / "gitlab-ci.yml")["backup worksheets"]
        return "\n".join(job["script"]), job["variables"]
    step = next(step for step in yaml(RECIPES / "azure-pipelines.yml")["steps"] if "env" in step)
    return step["script"], step["env"]


SYSTEMS = ["github", "gitlab", "azure"]


@pytest.mark.parametrize("system", SYSTEMS)
def test_all_is_well(project: Path, system: str) -> None:
    command, environment = audit_environment(system)
    result = run(command, project, **environment)
    assert result.returncode == 0, result.stdout + result.stderr
    report = project / (environment.get("SARIF") or environment["JUNIT"])
    assert report.stat().st_size > 0


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_gap_fails(project: Path, system: str) -> None:
    open_a_gap(project)
    command, environment = audit_environment(system)
    result = run(command, project, **environment)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "schedule-missing" in result.stdout


@pytest.mark.parametrize("system", SYSTEMS)
def test_stale_worksheets_fail(project: Path, system: str) -> None:
    make_stale(project)
    command, environment = audit_environment(system)
    result = run(command, project, **environment)
    assert result.returncode == 2, result.stdout + result.stderr
    assert "Changed by hand." in result.stdout


def test_a_diff_is_no_command_of_github(project: Path) -> None:
    with (project / "output/index.md").open("a", encoding="utf-8") as file:
        file.write("##[error]a line that looks like a command\n")
    command, environment = audit_environment("github")
    lines = run(command, project, GITHUB_ACTIONS="true", **environment).stdout.splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    assert len(token) == 32
    text = next(number for number, line in enumerate(lines) if "##[error]" in line)
    assert text < lines.index(f"::{token}::")


def test_a_topology_that_is_missing_fails_with_its_own_code(project: Path) -> None:
    command, environment = audit_environment("gitlab")
    (project / "topology.xml").unlink()
    assert run(command, project, **environment).returncode == 66


@pytest.mark.parametrize("system", ["github", "gitlab"])
def test_what_is_published_has_no_name(project: Path, system: str) -> None:
    if system == "github":
        steps = yaml(RECIPES / "github-workflow.yml")["jobs"]["publish"]["steps"]
        command = next(step["run"] for step in steps if step.get("name") == "Generate")
        result = run(command, project, KEY="a secret", RUNNER_TEMP=str(project))
        site = project / "site"
    else:
        (project / "key").write_text("a secret")
        job = yaml(RECIPES / "gitlab-ci.yml")["pages"]
        result = run("\n".join(job["script"]), project, REDACTION_KEY_FILE="key")
        site = project / "public"
    assert result.returncode == 0, result.stdout + result.stderr
    assert (site / "index.html").exists()
    for file in site.iterdir():
        assert "adatum" not in file.read_text("utf-8").lower(), file.name


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    result = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return result.stdout.strip()


def test_the_hook_runs_where_something_changed(project: Path) -> None:
    # The hook's repository as it is in the work tree, for what is not committed yet counts too.
    hooks = project.parent / "hooks"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    git(hooks, "init", "--quiet")
    git(hooks, "add", "--all")
    git(hooks, "commit", "--quiet", "--message", "hooks")
    revision = git(hooks, "rev-parse", "HEAD")
    git(project, "init", "--quiet")
    config = (RECIPES / "pre-commit-config.yaml").read_text("utf-8")
    config = config.replace("https://github.com/OWNER/lync-backup-worksheets", str(hooks))
    config = config.replace("rev: main", f"rev: {revision}")
    (project / ".pre-commit-config.yaml").write_text(config, "utf-8")
    (project / ".gitignore").write_text("tool\n.cache\n", "utf-8")
    git(project, "add", "--all")

    path = f"{project / 'tool/.build/release'}:{os.environ['PATH']}"
    well = run(f"{sys.executable} -m pre_commit run", project, PATH=path)
    assert well.returncode == 0, well.stdout + well.stderr
    make_stale(project)
    git(project, "add", "--all")
    stale = run(f"{sys.executable} -m pre_commit run", project, PATH=path)
    assert stale.returncode != 0
    assert "Changed by hand." in stale.stdout
