<?xml version="1.0" encoding="UTF-8"?>
<!--
  The database worksheet of a published topology as CSV: what an administrator who knows XSLT would write instead of
  using backup-worksheets, and what the benchmarks compare it with. Keys instead of searches; rows first, then sorted,
  since XSLT 1.0 cannot sort by what it still has to compute.

      xsltproc -o database-worksheet.csv database-worksheet.xsl topology.xml

  Reads what the generator of the benchmarks writes, and no more: no mirrors, AlwaysOn, Lync Server 2010, dangling
  references, several stores of a role on one instance, or names that need care in PowerShell.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:t="urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008" xmlns:exsl="http://exslt.org/common"
  xmlns:rule="urn:rule" exclude-result-prefixes="t exsl rule">
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- By whole paths: without them every key walks through all of the topology, which takes a third longer. -->
  <xsl:key name="site" match="/t:Topology/t:Sites/t:CentralSite | /t:Topology/t:Sites/t:RemoteSite" use="@SiteId"/>
  <xsl:key name="cluster" match="/t:Topology/t:Clusters/t:Cluster"
    use="concat(t:ClusterId/@SiteId, ' ', t:ClusterId/@Number)"/>
  <xsl:key name="role" match="/t:Topology/t:Services/t:Service" use="t:ServiceId/@RoleName"/>
  <xsl:key name="store" match="/t:Topology/t:Services/t:Service[t:ServiceId/@RoleName = 'UserStore']"
    use="concat(t:ServiceId/@SiteId, ' ', t:ServiceId/@Instance)"/>
  <xsl:key name="dependency"
    match="/t:Topology/t:Services/t:Service/t:DependsOn/t:Dependency/t:ServiceId[@RoleName = 'ArchivingStore'
      or @RoleName = 'MonitoringStore' or @RoleName = 'PersistentChatStore']"
    use="concat(@SiteId, ' ', @RoleName, ' ', @Instance)"/>

  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyz'"/>

  <!-- What is backed up of a store of each role: one row for each database. -->
  <rule:rules>
    <rule:rule role="ArchivingStore" data="archiving" label="Archiving" database="LcsLog"
      tool="SQL Server management tool" permission="RTCUniversalServerAdmins and SQL Server backup rights"
      source="Hh202194; Hh202171; Hh202188">
      <rule:note>SQL Server's service account writes the file: it needs write access to the destination.</rule:note>
      <rule:note>Does not hold what is archived in Exchange: its own backup does, and data cannot be moved between the two.</rule:note>
    </rule:rule>
    <rule:rule role="MonitoringStore" data="callDetailRecords" label="Monitoring: call detail records"
      database="LcsCDR" tool="SQL Server management tool"
      permission="RTCUniversalServerAdmins and SQL Server backup rights" source="Hh202194; Hh202171; Hh202188">
      <rule:note>SQL Server's service account writes the file: it needs write access to the destination.</rule:note>
    </rule:rule>
    <rule:rule role="MonitoringStore" data="qualityOfExperience" label="Monitoring: quality of experience"
      database="QoEMetrics" tool="SQL Server management tool"
      permission="RTCUniversalServerAdmins and SQL Server backup rights" source="Hh202194; Hh202171; Hh202188">
      <rule:reading>One page says LcsQoEMetrics; the database is QoEMetrics.</rule:reading>
      <rule:note>SQL Server's service account writes the file: it needs write access to the destination.</rule:note>
    </rule:rule>
    <rule:rule role="PersistentChatStore" data="persistentChat" label="Persistent Chat" database="mgc"
      tool="SQL Server management tool, or Export-CsPersistentChatData"
      permission="RTCUniversalServerAdmins and SQL Server backup rights, or CsPersistentChatAdministrator for Export-CsPersistentChatData"
      source="Hh202194; Hh202171; JJ945646">
      <rule:reading>Also called mgd or Mgs on Microsoft's pages; the database is mgc.</rule:reading>
      <rule:note>A SQL Server backup can take about 20 times the space of the exported file. Restore with the counterpart of the tool that made the backup.</rule:note>
      <rule:note>Files posted to rooms are in the file store of the pool, in its own row.</rule:note>
    </rule:rule>
  </rule:rules>
  <xsl:variable name="rules" select="document('')/*/rule:rules/rule:rule"/>

  <xsl:template match="/">
    <xsl:variable name="rows">
      <xsl:apply-templates select="key('role', 'UserServices')" mode="pool"/>
      <xsl:apply-templates mode="store"
        select="key('role', 'ArchivingStore') | key('role', 'MonitoringStore') | key('role', 'PersistentChatStore')"/>
    </xsl:variable>
    <xsl:text>Database,Server name (FQDN),Backup schedule,Database backup tool,Backup set name,</xsl:text>
    <xsl:text>Backup set expiration,Backup destination,Notes,Site,Pools,Database name,SQL instance,Owner,RPO,RTO,</xsl:text>
    <xsl:text>Last backup,Last restore test,Item ID,Source&#13;&#10;</xsl:text>
    <xsl:for-each select="exsl:node-set($rows)/row">
      <xsl:sort select="translate(@site, $upper, $lower)"/>
      <xsl:sort select="translate(@pool, $upper, $lower)"/>
      <xsl:sort select="translate(@data, $upper, $lower)"/>
      <xsl:sort select="@id"/>
      <xsl:for-each select="cell">
        <xsl:if test="position() &gt; 1">,</xsl:if>
        <xsl:call-template name="cell"/>
      </xsl:for-each>
      <xsl:text>&#13;&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- The row of a pool's user data. -->
  <xsl:template match="t:Service" mode="pool">
    <xsl:variable name="pool" select="key('cluster', concat(t:InstalledOn/t:ClusterId/@SiteId, ' ',
      t:InstalledOn/t:ClusterId/@Number))/@Fqdn"/>
    <xsl:variable name="id" select="t:DependsOn/t:Dependency/t:ServiceId[@RoleName = 'UserStore']"/>
    <xsl:variable name="instance"
      select="key('store', concat($id/@SiteId, ' ', $id/@Instance))/t:InstalledOn/t:SqlInstanceId"/>
    <xsl:call-template name="row">
      <xsl:with-param name="data" select="'userData'"/>
      <xsl:with-param name="label" select="'User data'"/>
      <xsl:with-param name="database" select="'rtcxds'"/>
      <xsl:with-param name="instance" select="$instance"/>
      <xsl:with-param name="tool" select="'Export-CsUserData'"/>
      <xsl:with-param name="set" select="concat('UserData-', $pool, '.zip')"/>
      <xsl:with-param name="notes" select="concat('Command: Export-CsUserData -PoolFqdn &quot;', $pool,
        '&quot; -FileName &quot;$Backup\UserData-', $pool, '.zip&quot;; Permission: RTCUniversalServerAdmins; ',
        &quot;Rtc in Microsoft's worksheet; the database on the back end is rtcxds.&quot;)"/>
      <xsl:with-param name="pools" select="$pool"/>
      <xsl:with-param name="pool" select="$pool"/>
      <xsl:with-param name="scope" select="$pool"/>
      <xsl:with-param name="source" select="'Hh202194; Hh202171; Hh202170'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The rows of a store: one for each rule of its role. -->
  <xsl:template match="t:Service" mode="store">
    <xsl:variable name="id" select="t:ServiceId"/>
    <xsl:variable name="instance" select="t:InstalledOn/t:SqlInstanceId"/>
    <xsl:variable name="server"
      select="key('cluster', concat($instance/t:ClusterId/@SiteId, ' ', $instance/t:ClusterId/@Number))/@Fqdn"/>
    <xsl:variable name="users">
      <xsl:for-each select="key('dependency', concat($id/@SiteId, ' ', $id/@RoleName, ' ', $id/@Instance))">
        <xsl:variable name="place" select="../../../t:InstalledOn/t:ClusterId"/>
        <!-- A Survivable Branch Appliance is no pool of the worksheet. -->
        <xsl:if test="not(key('site', $place/@SiteId)/self::t:RemoteSite)">
          <pool><xsl:value-of select="key('cluster', concat($place/@SiteId, ' ', $place/@Number))/@Fqdn"/></pool>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="sorted">
      <xsl:for-each select="exsl:node-set($users)/pool[not(. = preceding-sibling::pool)]">
        <xsl:sort select="translate(., $upper, $lower)"/>
        <xsl:copy-of select="."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="pools" select="exsl:node-set($sorted)/pool"/>
    <xsl:variable name="names">
      <xsl:for-each select="$pools">
        <xsl:if test="position() &gt; 1">; </xsl:if>
        <xsl:value-of select="."/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="place">
      <xsl:value-of select="$server"/>
      <xsl:if test="$instance/@Name != ''"><xsl:value-of select="concat('\', $instance/@Name)"/></xsl:if>
    </xsl:variable>
    <xsl:for-each select="$rules[@role = $id/@RoleName]">
      <xsl:variable name="rule" select="."/>
      <xsl:variable name="set" select="concat($rule/@database, '-', translate($place, '\', '-'), '.bak')"/>
      <xsl:variable name="notes">
        <xsl:value-of select="concat('Command: Backup-SqlDatabase -ServerInstance &quot;', $place,
          '&quot; -Database &quot;', $rule/@database, '&quot; -BackupFile &quot;$Backup\', $set,
          '&quot;; Permission: ', $rule/@permission)"/>
        <xsl:for-each select="$rule/rule:reading">; <xsl:value-of select="."/></xsl:for-each>
        <xsl:if test="count($pools) &gt; 1">; One store for several pools: losing it stops all of them.</xsl:if>
        <xsl:for-each select="$rule/rule:note">; <xsl:value-of select="."/></xsl:for-each>
      </xsl:variable>
      <!-- Back in the topology: keys look into the document of the context node. -->
      <xsl:for-each select="$id">
        <xsl:call-template name="row">
          <xsl:with-param name="data" select="$rule/@data"/>
          <xsl:with-param name="label" select="$rule/@label"/>
          <xsl:with-param name="database" select="$rule/@database"/>
          <xsl:with-param name="instance" select="$instance"/>
          <xsl:with-param name="tool" select="$rule/@tool"/>
          <xsl:with-param name="set" select="$set"/>
          <xsl:with-param name="notes" select="$notes"/>
          <xsl:with-param name="pools" select="$names"/>
          <xsl:with-param name="pool" select="$pools[1]"/>
          <xsl:with-param name="scope" select="$place"/>
          <xsl:with-param name="source" select="$rule/@source"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- A row as a tree, to be sorted: cells in the order of the worksheet, those that people fill in empty. -->
  <xsl:template name="row">
    <xsl:param name="data"/>
    <xsl:param name="label"/>
    <xsl:param name="database"/>
    <xsl:param name="instance"/>
    <xsl:param name="tool"/>
    <xsl:param name="set"/>
    <xsl:param name="notes"/>
    <xsl:param name="pools"/>
    <xsl:param name="pool"/>
    <xsl:param name="scope"/>
    <xsl:param name="source"/>
    <xsl:variable name="host" select="$instance/t:ClusterId"/>
    <xsl:variable name="site" select="key('site', $host/@SiteId)/t:Name"/>
    <xsl:variable name="id" select="concat($data, ':', translate($scope, $upper, $lower))"/>
    <row site="{$site}" pool="{$pool}" data="{$data}" id="{$id}">
      <cell><xsl:value-of select="concat($label, ' (', $database, ')')"/></cell>
      <cell><xsl:value-of select="key('cluster', concat($host/@SiteId, ' ', $host/@Number))/@Fqdn"/></cell>
      <cell/>
      <cell><xsl:value-of select="$tool"/></cell>
      <cell><xsl:value-of select="$set"/></cell>
      <cell/>
      <cell/>
      <cell><xsl:value-of select="$notes"/></cell>
      <cell><xsl:value-of select="$site"/></cell>
      <cell><xsl:value-of select="$pools"/></cell>
      <cell><xsl:value-of select="$database"/></cell>
      <cell><xsl:value-of select="$instance/@Name"/></cell>
      <cell/>
      <cell/>
      <cell/>
      <cell/>
      <cell/>
      <cell><xsl:value-of select="$id"/></cell>
      <cell><xsl:value-of select="$source"/></cell>
    </row>
  </xsl:template>

  <!-- The context node's text as a cell of RFC 4180. -->
  <xsl:template name="cell">
    <xsl:choose>
      <xsl:when test="contains(., '&quot;')">
        <xsl:text>"</xsl:text>
        <xsl:call-template name="doubled"><xsl:with-param name="text" select="string(.)"/></xsl:call-template>
        <xsl:text>"</xsl:text>
      </xsl:when>
      <xsl:when test="contains(., ',') or contains(., '&#10;') or contains(., '&#13;')">
        <xsl:value-of select="concat('&quot;', ., '&quot;')"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- `text` with every quote twice. -->
  <xsl:template name="doubled">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&quot;')">
        <xsl:value-of select="concat(substring-before($text, '&quot;'), '&quot;&quot;')"/>
        <xsl:call-template name="doubled">
          <xsl:with-param name="text" select="substring-after($text, '&quot;')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
