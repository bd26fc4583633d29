"""Reads topologies with lxml and XPath, and compares what it sees with what the importer saw: compare.py FOLDER

The folder has NAME.xml beside NAME.json. Written from what the two shapes look like, not from the importer. Prints each
difference, and exits with 1 if there is one, or no file.
"""

import json
import pathlib
import sys

from lxml import etree


def find(node, *path):
    """The elements at a path of names, whatever their namespaces."""
    return node.xpath("./" + "/".join(f"*[local-name()='{name}']" for name in path))


def text(node, name):
    found = find(node, name)
    return (found[0].text or "") if found else None


def number(value):
    return None if value is None else int(value)


def flag(value):
    return None if value is None else value == "true"


class Published:
    """`Get-CsTopology -AsXml`: everything by numbers within its site."""

    def __init__(self, root):
        self.root = root
        self.is_published = True

    @staticmethod
    def cluster_id(node):
        return "-".join(node.xpath("./*[local-name()='ClusterId']/@*[name()='SiteId' or name()='Number']"))

    @staticmethod
    def service_id(node):
        found = find(node, "ServiceId")
        return "-".join(found[0].get(name) for name in ("SiteId", "RoleName", "Instance")) if found else None

    def sites(self):
        for site in self.root.xpath("./*[local-name()='Sites']/*"):
            yield site, site.get("SiteId"), site.get("CentralSiteId")

    def clusters(self):
        for cluster in find(self.root, "Clusters", "Cluster"):
            machines = [machine.get("Fqdn") for machine in find(cluster, "Machine")]
            yield self.cluster_id(cluster), cluster, find(cluster, "ClusterId")[0].get("SiteId"), machines

    def instances(self):
        for instance in find(self.root, "SqlInstances", "SqlInstance"):
            identity = find(instance, "SqlInstanceId")[0]
            yield (self.cluster_id(identity), identity.get("Name")), instance

    def services(self):
        for service in find(self.root, "Services", "Service"):
            key = self.service_id(service)
            place = find(service, "InstalledOn")[0]
            identity = find(place, "SqlInstanceId")
            instance = identity[0].get("Name") if identity else None
            cluster = self.cluster_id(identity[0] if identity else place)
            yield service, {
                "key": key, "folder": key, "role": find(service, "ServiceId")[0].get("RoleName"), "cluster": cluster,
                "instance": instance,
                "dependencies": [
                    [self.service_id(dependency), dependency.get("Usage")]
                    for dependency in find(service, "DependsOn", "Dependency")
                ],
                "backupRegistrar": next((self.service_id(backup) for backup in find(service, "Backup")), None),
            }


class Builder:
    """A file of Topology Builder: clusters inside their sites, references by unique id. What it says now is read."""

    def __init__(self, root):
        self.root = find(root, "NewTopology", "PartialTopology")[0]
        self.is_published = self.root.get("IsPublished") == "true"
        self.names = {}

    def sites(self):
        for central in find(self.root, "CentralSites", "CentralSite"):
            yield central, central.get("SiteId"), None
            for branch in find(central, "RemoteSites", "RemoteSite"):
                yield branch, branch.get("SiteId"), central.get("SiteId")

    def clusters(self):
        for site, site_id, _ in self.sites():
            for cluster in find(site, "Clusters", "Cluster"):
                # A machine that is alone in its cluster has the cluster's name.
                machines = [machine.get("Fqdn", cluster.get("Fqdn")) for machine in find(cluster, "Machines", "Machine")]
                yield cluster.get("UniqueId"), cluster, site_id, machines

    def instances(self):
        for key, cluster, _, _ in self.clusters():
            for instance in find(cluster, "SqlInstances", "SqlInstance"):
                self.names[instance.get("UniqueId")] = (key, instance.get("Name"))
                yield (key, instance.get("Name")), instance

    def services(self):
        list(self.instances())
        for service in find(self.root, "Services", "Service"):
            place = service.get("InstalledOn")
            cluster, instance = self.names.get(place, (place, None))
            numbers = [service.get(name) for name in ("OriginalSiteId", "RoleName", "OriginalInstance")]
            yield service, {
                "key": service.get("UniqueId"), "folder": "-".join(numbers) if all(numbers) else None,
                "role": service.get("RoleName"), "cluster": cluster, "instance": instance,
                "dependencies": [
                    [dependency.get("ServiceUniqueId"), dependency.get("Usage")]
                    for dependency in find(service, "DependsOn", "Dependency")
                ],
                "backupRegistrar": next((b.get("ServiceUniqueId") for b in find(service, "Backup")), None),
            }


def read(path):
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    shape = (Builder if etree.QName(root).localname == "TopologyBuilder" else Published)(root)

    def first(service, element, attribute):
        return next(iter(service.xpath(f"./*[local-name()='{element}']/@{attribute}")), None)

    return {
        "isPublished": shape.is_published,
        "sipDomains": shape.root.xpath("./*[local-name()='InternalDomains']/*/@Name"),
        "simpleURLs": [
            [url.get("Component"), url.get("Domain"), url.get("ActiveUrl")]
            for url in find(shape.root, "SimpleUrlConfiguration", "SimpleUrl")
        ],
        "sites": [
            {"id": key, "name": text(site, "Name") or None, "parent": parent,
             "isBranch": etree.QName(site).localname == "RemoteSite"}
            for site, key, parent in shape.sites()
        ],
        "clusters": [
            {"key": key, "fqdn": cluster.get("Fqdn"), "site": site, "machines": machines,
             "requiresReplication": cluster.get("RequiresReplication") == "true"}
            for key, cluster, site, machines in shape.clusters()
        ],
        "instances": [
            {"cluster": cluster, "name": name or None, "primaryNode": instance.get("AlwaysOnPrimaryNodeFqdn")}
            for (cluster, name), instance in shape.instances()
        ],
        "services": [
            facts | {
                "instance": facts["instance"] or None,
                "version": number(service.get("ServiceVersion")),
                "isDirector": first(service, "RegistrarService", "IsDirector") == "true",
                "isActive": flag(first(service, "CentralMgmtService", "IsActive")),
                "shareName": first(service, "FileStoreService", "ShareName"),
                "applications": sorted({
                    owner for owner in service.xpath("./*[local-name()='Ports']/*/@Owner")
                    # Other roles own such ports, too; what runs on an application server is what counts.
                    if owner.startswith("urn:application:") and facts["role"] == "ApplicationServer"
                }),
            }
            for service, facts in shape.services()
        ],
    }


def differences(place, ours, theirs):
    """Where two JSON values differ, as lines."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys()):
            yield from differences(f"{place}.{key}", ours.get(key), theirs.get(key))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, pair in enumerate(zip(ours, theirs)):
            yield from differences(f"{place}[{index}]", *pair)
    elif ours != theirs:
        yield f"{place}: the importer has {json.dumps(ours)}, XPath {json.dumps(theirs)}"


def main(folder):
    files = sorted(pathlib.Path(folder).glob("*.xml"))
    found = []
    for file in files:
        ours = json.loads(file.with_suffix(".json").read_text("utf-8"))
        found += differences(file.stem, ours, read(str(file)))
    for line in found[:50]:
        print(line)
    print(f"{len(files)} files, {len(found)} differences")
    return 0 if files and not found else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
