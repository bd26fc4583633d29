"""The database worksheet of a published topology as CSV, with lxml and Jinja2: what an administrator who knows Python
would write instead of using backup-worksheets, and what the benchmarks compare it with.

    python database_worksheet.py topology.xml database-worksheet.csv

Reads what the generator of the benchmarks writes, and no more: no mirrors, AlwaysOn, Lync Server 2010, dangling
references, several stores of a role on one instance, or names that need care in PowerShell.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader
from lxml import etree

TOPOLOGY = "{urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008}"
SQL_TOOL = "SQL Server management tool"
SQL_PERMISSION = "RTCUniversalServerAdmins and SQL Server backup rights"
SQL_SOURCES = "Hh202194; Hh202171; Hh202188"
WRITES = "SQL Server's service account writes the file: it needs write access to the destination."


class ClusterId(NamedTuple):
    site: str
    number: str


class ServiceId(NamedTuple):
    site: str
    role: str
    instance: str


class Place(NamedTuple):
    """Where a service is installed; the instance's name is empty for a pool and for the default instance."""

    cluster: ClusterId
    instance: str


@dataclass(frozen=True)
class Service:
    id: ServiceId
    place: Place
    uses: list[ServiceId]


@dataclass(frozen=True)
class Rule:
    """What is backed up of a store: one row for each database."""

    role: str
    data: str
    label: str
    database: str
    readings: tuple[str, ...]
    notes: tuple[str, ...]
    tool: str = SQL_TOOL
    permission: str = SQL_PERMISSION
    source: str = SQL_SOURCES


RULES = (
    Rule("ArchivingStore", "archiving", "Archiving", "LcsLog", (), (
        WRITES,
        "Does not hold what is archived in Exchange: its own backup does, and data cannot be moved between the two.",
    )),
    Rule("MonitoringStore", "callDetailRecords", "Monitoring: call detail records", "LcsCDR", (), (WRITES,)),
    Rule(
        "MonitoringStore", "qualityOfExperience", "Monitoring: quality of experience", "QoEMetrics",
        ("One page says LcsQoEMetrics; the database is QoEMetrics.",), (WRITES,),
    ),
    Rule(
        "PersistentChatStore", "persistentChat", "Persistent Chat", "mgc",
        ("Also called mgd or Mgs on Microsoft's pages; the database is mgc.",),
        (
            "A SQL Server backup can take about 20 times the space of the exported file. Restore with the counterpart "
            "of the tool that made the backup.",
            "Files posted to rooms are in the file store of the pool, in its own row.",
        ),
        tool=f"{SQL_TOOL}, or Export-CsPersistentChatData",
        permission=f"{SQL_PERMISSION}, or CsPersistentChatAdministrator for Export-CsPersistentChatData",
        source="Hh202194; Hh202171; JJ945646",
    ),
)


@dataclass(frozen=True)
class Row:
    data: str
    title: str
    server: str
    tool: str
    backup_set: str
    notes: list[str]
    site: str
    pools: list[str]
    database: str
    instance: str
    item_id: str
    source: str

    @property
    def order(self) -> tuple[str, ...]:
        return self.site.lower(), self.pools[0].lower() if self.pools else "", self.data.lower(), self.item_id


class Topology:
    def __init__(self, path: str) -> None:
        root = etree.parse(path).getroot()
        self.site_names: dict[str, str] = {}
        self.branches: set[str] = set()
        for site in root.find(f"{TOPOLOGY}Sites"):
            self.site_names[site.get("SiteId")] = site.findtext(f"{TOPOLOGY}Name")
            if site.tag == f"{TOPOLOGY}RemoteSite":
                self.branches.add(site.get("SiteId"))
        self.fqdns = {
            cluster_id(cluster.find(f"{TOPOLOGY}ClusterId")): cluster.get("Fqdn")
            for cluster in root.find(f"{TOPOLOGY}Clusters")
        }
        self.services: dict[ServiceId, Service] = {}
        self.by_role: defaultdict[str, list[Service]] = defaultdict(list)
        self.users: defaultdict[ServiceId, list[Service]] = defaultdict(list)
        for element in root.find(f"{TOPOLOGY}Services"):
            uses = element.iterfind(f"{TOPOLOGY}DependsOn/{TOPOLOGY}Dependency/{TOPOLOGY}ServiceId")
            service = Service(
                service_id(element.find(f"{TOPOLOGY}ServiceId")),
                place(element.find(f"{TOPOLOGY}InstalledOn")[0]),
                [service_id(used) for used in uses],
            )
            self.services[service.id] = service
            self.by_role[service.id.role].append(service)
            for used in service.uses:
                self.users[used].append(service)

    def rows(self) -> list[Row]:
        rows = [self.user_data(service) for service in self.by_role["UserServices"]]
        rows += [self.store(rule, service) for rule in RULES for service in self.by_role[rule.role]]
        return sorted(rows, key=lambda row: row.order)

    def user_data(self, service: Service) -> Row:
        pool = self.fqdns[service.place.cluster]
        store = next(self.services[used] for used in service.uses if used.role == "UserStore")
        backup_set = f"UserData-{pool}.zip"
        return Row(
            data="userData", title="User data (rtcxds)", server=self.fqdns[store.place.cluster],
            tool="Export-CsUserData", backup_set=backup_set,
            notes=[
                f'Command: Export-CsUserData -PoolFqdn "{pool}" -FileName "$Backup\\{backup_set}"',
                "Permission: RTCUniversalServerAdmins",
                "Rtc in Microsoft's worksheet; the database on the back end is rtcxds.",
            ],
            site=self.site_names[store.place.cluster.site], pools=[pool], database="rtcxds",
            instance=store.place.instance, item_id=f"userData:{pool.lower()}", source="Hh202194; Hh202171; Hh202170",
        )

    def store(self, rule: Rule, service: Service) -> Row:
        server, instance = self.fqdns[service.place.cluster], service.place.instance
        name = f"{server}\\{instance}" if instance else server
        backup_set = "-".join(part for part in (rule.database, server, instance) if part) + ".bak"
        # A Survivable Branch Appliance is no pool of the worksheet.
        users = {user.place.cluster for user in self.users[service.id] if user.place.cluster.site not in self.branches}
        pools = sorted((self.fqdns[user] for user in users), key=str.lower)
        shared = ["One store for several pools: losing it stops all of them."] if len(pools) > 1 else []
        return Row(
            data=rule.data, title=f"{rule.label} ({rule.database})", server=server, tool=rule.tool,
            backup_set=backup_set,
            notes=[
                f'Command: Backup-SqlDatabase -ServerInstance "{name}" -Database "{rule.database}" '
                f'-BackupFile "$Backup\\{backup_set}"',
                f"Permission: {rule.permission}", *rule.readings, *shared, *rule.notes,
            ],
            site=self.site_names[service.place.cluster.site], pools=pools, database=rule.database, instance=instance,
            item_id=f"{rule.data}:{name.lower()}", source=rule.source,
        )


def cluster_id(element: etree._Element) -> ClusterId:
    return ClusterId(element.get("SiteId"), element.get("Number"))


def service_id(element: etree._Element) -> ServiceId:
    return ServiceId(element.get("SiteId"), element.get("RoleName"), element.get("Instance"))


def place(element: etree._Element) -> Place:
    if element.tag == f"{TOPOLOGY}ClusterId":
        return Place(cluster_id(element), "")
    return Place(cluster_id(element[0]), element.get("Name", ""))


def csv_cell(text: str) -> str:
    if any(character in text for character in '",\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def main(topology: str, worksheet: str) -> None:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), newline_sequence="\r\n", trim_blocks=True, autoescape=False
    )
    environment.filters["csv"] = csv_cell
    template = environment.get_template("database-worksheet.csv.j2")
    with open(worksheet, "w", encoding="utf-8", newline="") as file:
        file.writelines(template.generate(rows=Topology(topology).rows()))


if __name__ == "__main__":
    main(*sys.argv[1:])
