#!/usr/bin/env bash
# Makes a WildFly 39 unpacked from its zip ready for Cluster Support. The server must not be running.
#
#   configure.sh [--tls] <folder of WildFly>     modules, configuration and application; --tls: HTTPS as well
#   configure.sh --upgrade <folder of WildFly>   only the modules and the application, of another version
#   configure.sh --undo <folder of WildFly>      back to what it was
#
# Settings: the file CLUSTERS_SETTINGS names, by default /etc/clusters/clusters.env. Only --tls needs them here.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

refuse() { echo "REFUSED: $*" >&2; exit 1; }

action=configure tls=
for argument in "$@"; do
  case $argument in
    --tls) tls=yes ;;
    --upgrade) action=upgrade ;;
    --undo) action=undo ;;
    -*) refuse "unknown option $argument" ;;
    *) [ -z "${wildfly-}" ] || refuse "one folder, please"; wildfly=$argument ;;
  esac
done
[ -n "${wildfly-}" ] || { sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 1; }

# From the distribution folder, or from the project after ./mvnw package.
for home in "$here/.." "$here/../../../../ear/target/distribution"; do
  [ -f "$home/clusters.ear" ] && break
done
[ -f "$home/clusters.ear" ] || refuse "clusters.ear is not beside these scripts. Build it first: ./mvnw -DskipTests package"

wildfly=$(cd "$wildfly" 2>/dev/null && pwd) || refuse "there is no such folder of WildFly"
configuration=$wildfly/standalone/configuration
before=$configuration/standalone.xml.before-clusters
ours=$configuration/clusters.cli
[ -f "$wildfly/bin/jboss-cli.sh" ] && [ -f "$configuration/standalone.xml" ] || refuse "$wildfly is no WildFly server"
compgen -G "$wildfly/modules/system/layers/base/org/jboss/as/product/main/wildfly-feature-pack-product-conf-39.*.jar" \
  >/dev/null || refuse "$wildfly is not WildFly 39"
if pgrep -f -- "-Djboss.home.dir=$wildfly" >/dev/null 2>&1; then refuse "the server in $wildfly is running: stop it first"; fi

if [ -n "$tls" ]; then
  settings=${CLUSTERS_SETTINGS:-/etc/clusters/clusters.env}
  if [ -r "$settings" ]; then
    set -a
    . "$settings"
    set +a
  fi
  keystore=${CLUSTERS_TLS_KEYSTORE:-/etc/clusters/tls.p12}
  [ -r "$keystore" ] || refuse "the key store $keystore (CLUSTERS_TLS_KEYSTORE) is missing or cannot be read"
  [ -n "${CLUSTERS_TLS_PASSWORD-}" ] || refuse "CLUSTERS_TLS_PASSWORD, the key store's password, is set neither here nor in $settings"
fi

# All topics as one script, run without a running server.
scripts() {
  echo 'embed-server --server-config=standalone.xml'
  cat "$here"/05-existing-server.cli "$here"/[1-5]0-*.cli
  [ -z "$tls" ] || cat "$here"/60-tls.cli
  echo 'stop-embedded-server'
}

put_application() {
  cp -R "$home/modules/." "$wildfly/modules/"
  cp "$home/clusters.ear" "$wildfly/standalone/deployments/clusters.ear"
}

put_back() {
  mv "$before" "$configuration/standalone.xml"
  rm -rf "$ours" "$wildfly/modules/org/postgresql" "$wildfly/modules/org/eclipse"
  rmdir "$wildfly/modules/org" 2>/dev/null || true
  rm -f "$wildfly"/standalone/deployments/clusters.ear*
}

case $action in
  configure)
    [ ! -f "$before" ] || refuse "$wildfly is configured already. Another version: --upgrade. Anew: first --undo"
    cp "$configuration/standalone.xml" "$before"
    cp -R "$home/modules/." "$wildfly/modules/"
    scripts > "$ours"
    if ! "$wildfly/bin/jboss-cli.sh" --file="$ours" > "$configuration/clusters.log" 2>&1; then
      put_back
      cat "$configuration/clusters.log" >&2
      refuse "the configuration failed, see above; $wildfly is as before"
    fi
    put_application
    echo "Configured $wildfly${tls:+ with HTTPS}. Undo: $0 --undo $wildfly"
    ;;
  upgrade)
    [ -f "$before" ] || refuse "$wildfly was not configured by this script"
    if grep -q '/key-store=clusters:add' "$ours"; then tls=yes; fi
    put_application
    if scripts | cmp -s - "$ours"; then
      echo "Application and modules replaced in $wildfly."
    else
      echo "Application and modules replaced in $wildfly. ATTENTION: this version brings another configuration:"
      echo "  $0 --undo $wildfly && $0 ${tls:+--tls }$wildfly     (then repeat your own changes to standalone.xml)"
    fi
    ;;
  undo)
    [ -f "$before" ] || refuse "$wildfly was not configured by this script"
    put_back
    rm -f "$configuration/clusters.log"
    echo "$wildfly is as before. Database and documents were not touched."
    ;;
esac
