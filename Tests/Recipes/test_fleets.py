"""The fleets of docs/fleet: each engine's file has the form that the engine asks for, and the processes that it starts,
run here as the engine would, give the same bytes as one run, however the work is cut and whatever kills it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import kubernetes_validate
import pytest
import ruamel.yaml

from test_recipes import PROGRAM, ROOT, run, yaml

FLEET = ROOT / "docs" / "fleet"
DEPLOYMENTS = 24
KUBERNETES = kubernetes_validate.latest_version()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    """The fleet of the documentation, with the deployments of the test fixtures as customers."""
    topologies = sorted((ROOT / "Tests/Fixtures").glob("*.xml")) + [ROOT / "docs/examples/published.xml"]
    shutil.copy(FLEET / "fleet.yml", tmp_path)
    shutil.copy(ROOT / "docs/examples/published.policy.yml", tmp_path / "policy.yml")
    (tmp_path / "own").mkdir()
    shutil.copy(topologies[-1], tmp_path / "own/topology.xml")
    shutil.copy(tmp_path / "policy.yml", tmp_path / "own/policy.yml")
    for number in range(DEPLOYMENTS):
        customer = tmp_path / "customers" / f"customer-{number:02}"
        customer.mkdir(parents=True)
        shutil.copy(topologies[number % len(topologies)], customer / "topology.xml")
    program = tmp_path / "bin/backup-worksheets"
    program.parent.mkdir()
    program.symlink_to(PROGRAM)
    return tmp_path


def generate(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(" ".join(["backup-worksheets generate --fleet fleet.yml --quiet", *arguments]), folder, **path(folder), **environment)


def path(folder: Path) -> dict[str, str]:
    return {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}


@pytest.fixture
def whole(fleet: Path) -> dict[str, bytes]:
    """What one run gives, which is gone again."""
    assert generate(fleet).returncode == 0
    files = contents(fleet / "worksheets")
    shutil.rmtree(fleet / "worksheets")
    assert {"index.html", "index.md", "own/worksheets.html", "customer-00/plan.json"} <= set(files)
    return files


# Form


@pytest.mark.parametrize("job", list(ruamel.yaml.YAML(typ="safe").load_all(FLEET / "kubernetes-job.yml")))
def test_the_job_has_the_form_of_kubernetes(job: dict) -> None:
    kubernetes_validate.validate(job, KUBERNETES, strict=True)


def test_a_job_with_a_mistake_has_not() -> None:
    job = next(iter(ruamel.yaml.YAML(typ="safe").load_all(FLEET / "kubernetes-job.yml")))
    job["spec"]["completionsMode"] = "Indexed"
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(job, KUBERNETES, strict=True)


@pytest.mark.parametrize(
    ("schema", "more", "file"),
    [
        ("vendor.github-workflows", [], "github-workflow.yml"),
        ("vendor.gitlab-ci", ["--data-transform", "gitlab-ci"], "gitlab-ci.yml"),
    ],
)
def test_the_form_is_that_of_the_system(schema: str, more: list[str], file: str) -> None:
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(FLEET / file), *more]
    result = subprocess.run(checker, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr


# Engines: the command lines and the environments of their processes, the last one alone at the end


def kubernetes() -> list[tuple[str, dict[str, str]]]:
    jobs = list(ruamel.yaml.YAML(typ="safe").load_all(FLEET / "kubernetes-job.yml"))
    processes = []
    for job in jobs:
        (container,) = job["spec"]["template"]["spec"]["containers"]
        command = " ".join(["backup-worksheets", *container["args"]]).replace("/fleet/", "")
        environment = {variable["name"]: variable["value"] for variable in container.get("env", [])}
        count = job["spec"].get("completions")
        assert count is None or environment["BACKUP_WORKSHEETS_SHARDS"] == str(count)
        for index in range(count or 1):
            processes.append((command, environment | ({"JOB_COMPLETION_INDEX": str(index)} if count else {})))
    return processes


def gitlab() -> list[tuple[str, dict[str, str]]]:
    jobs = yaml(FLEET / "gitlab-ci.yml")
    count = jobs["worksheets"]["parallel"]
    command = "\n".join(jobs["worksheets"]["script"])
    parts = [(command, {"CI_NODE_INDEX": str(index + 1), "CI_NODE_TOTAL": str(count)}) for index in range(count)]
    # Without `parallel:` GitLab sets the total, and no index.
    return [*parts, ("\n".join(jobs["index"]["script"]), {"CI_NODE_TOTAL": "1"})]


def github() -> list[tuple[str, dict[str, str]]]:
    jobs = yaml(FLEET / "github-workflow.yml")["jobs"]
    shards = jobs["worksheets"]["strategy"]["matrix"]["shard"]

    def command(job: str, shard: int) -> str:
        text = next(step["run"] for step in jobs[job]["steps"] if "run" in step)
        text = text.replace("${{ matrix.shard }}", str(shard)).replace("${{ strategy.job-total }}", str(len(shards)))
        assert "${{" not in text
        return text

    return [(command("worksheets", shard), {}) for shard in shards] + [(command("index", 0), {})]


def slurm() -> list[tuple[str, dict[str, str]]]:
    text = (FLEET / "slurm-array.sh").read_text("utf-8")
    first, last = map(int, re.search(r"^#SBATCH --array=(\d+)-(\d+)$", text, re.MULTILINE).groups())
    index = re.search(r"--wrap '([^']+)'", text).group(1)
    environment = {
        "SLURM_ARRAY_TASK_MIN": str(first),
        "SLURM_ARRAY_TASK_COUNT": str(last - first + 1),
        "SLURM_CPUS_PER_TASK": "2",
    }
    # `srun` starts the program on a node: here it does so on this machine.
    command = f'srun() {{ "$@"; }}; exec() {{ "$@"; }}; . {FLEET / "slurm-array.sh"}'
    tasks = [(command, environment | {"SLURM_ARRAY_TASK_ID": str(task)}) for task in range(first, last + 1)]
    return [*tasks, (index, {})]


@pytest.mark.parametrize("engine", [kubernetes, gitlab, github, slurm])
def test_an_engine_gives_what_one_run_gives(fleet: Path, whole: dict[str, bytes], engine) -> None:
    *parts, last = engine()
    assert len(parts) > 1
    # The last shard first: engines promise no order.
    for command, environment in reversed(parts):
        result = run(command, fleet, **path(fleet), **environment)
        assert result.returncode == 0, result.stderr
        assert f" of {len(parts)}: " in result.stderr
        assert "index.md" not in contents(fleet / "worksheets")
    result = run(last[0], fleet, **path(fleet), **last[1])
    assert result.returncode == 0, result.stderr
    assert f"(skipped {DEPLOYMENTS + 1})" in result.stderr
    assert contents(fleet / "worksheets") == whole


@pytest.mark.parametrize("script", ["gnu-parallel.sh", "shell.sh"])
@pytest.mark.parametrize("shards", [1, 2, 7])
def test_processes_side_by_side_give_what_one_run_gives(
    fleet: Path, whole: dict[str, bytes], script: str, shards: int
) -> None:
    result = run(f"{FLEET / script} {shards}", fleet, **path(fleet))
    assert result.returncode == 0, result.stderr
    assert f"(skipped {DEPLOYMENTS + 1})" in result.stderr
    assert contents(fleet / "worksheets") == whole


@pytest.mark.parametrize("script", ["gnu-parallel.sh", "shell.sh"])
def test_a_broken_topology_stops_nobody(fleet: Path, whole: dict[str, bytes], script: str) -> None:
    (fleet / "customers/customer-07/topology.xml").write_text("<Topology", "utf-8")
    result = run(f"{FLEET / script} 3", fleet, **path(fleet))
    assert result.returncode == 65
    files = contents(fleet / "worksheets")
    others = {name for name in whole if "customer-07" not in name and not name.startswith("index.")}
    assert {name: files[name] for name in others} == {name: whole[name] for name in others}
    assert b"Failed: 1" in files["index.md"]
    assert not any(name.startswith("customer-07/") for name in files)


# Killed


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_goes_on_where_it_was(fleet: Path, whole: dict[str, bytes], jobs: int) -> None:
    kills = 0
    for records in (1, 5, 12):
        process = subprocess.Popen(
            [PROGRAM, "generate", "--fleet", "fleet.yml", "--quiet", "--jobs", str(jobs)], cwd=fleet
        )
        folder = fleet / "worksheets/.backup-worksheets"
        limit = time.monotonic() + 60
        while process.poll() is None and len(list(folder.glob("*.json"))) < records and time.monotonic() < limit:
            time.sleep(0.0005)
        process.send_signal(signal.SIGKILL)
        kills += process.wait() == -signal.SIGKILL
    assert kills >= 2
    result = run("backup-worksheets generate --fleet fleet.yml", fleet, **path(fleet))
    assert result.returncode == 0, result.stderr
    # What had its record was not made again.
    assert int(re.search(r"skipped (\d+)", result.stderr).group(1)) >= 5
    assert contents(fleet / "worksheets") == whole
