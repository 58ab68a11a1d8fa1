#!/usr/bin/env bash
# Unpacks Ascertain into CACHE/SHA256, unless it is there: install.sh ARCHIVE SHA256 CACHE
# ARCHIVE is an https address or a path.
set -euo pipefail

fail() {
  echo "::error title=Ascertain::$1"
  exit 1
}

archive=$1 sha256=$2 cache=$3
home=$cache/$sha256
[[ -n $archive ]] || fail "No archive is named. Set the variable ASCERTAIN_ARCHIVE of the repository or the organization."
[[ $sha256 =~ ^[0-9a-f]{64}$ ]] || fail "The sha256 must be 64 hexadecimal digits in lower case, as sha256sum prints them."
[[ ! -x $home/bin/ascertain ]] || exit 0

mkdir -p "$cache"
work=$(mktemp -d "$cache/unpack.XXXXXX")
trap 'rm -rf "$work"' EXIT
case $archive in
  https://*) curl --fail --silent --show-error --location --proto =https --retry 3 --output "$work/archive" "$archive" ;;
  *://*) fail "The archive must be an https address or a path." ;;
  *) cp -- "$archive" "$work/archive" ;;
esac
sha256sum --check --status <<<"$sha256  $work/archive" || fail "The archive has another SHA-256 than it should have."
tar -xzf "$work/archive" -C "$work"

# On a runner that is shared, another job may have been faster.
mv -T "$work/ascertain" "$home" 2>/dev/null || [[ -x $home/bin/ascertain ]]
