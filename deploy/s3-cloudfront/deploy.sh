#!/usr/bin/env bash
# Uploads what has changed to a bucket, in an order in which no page is ever without what it loads, and removes what is gone at the end.
#   deploy.sh REMOTE [DIST]      REMOTE as rclone names it: `s3:acme-portal` for a remote that is called s3 in its configuration
set -euo pipefail

remote=${1:?name the bucket as rclone does, such as s3:acme-portal}
dist=${2:-dist}
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT

# The site that is online says what it holds. The first time there is none: rclone ends with 3 or 4 then.
code=0
rclone copyto "$remote/api/files.json" "$lists/online.json" --log-file "$lists/log" || code=$?
case $code in
  0 | 3 | 4) ;;
  *)
    cat "$lists/log" >&2
    exit "$code"
    ;;
esac
online=()
if [ -e "$lists/online.json" ]; then online=("$lists/online.json"); fi
npm run --silent callboard -- changes ${online[@]+"${online[@]}"} --out "$dist" --into "$lists"

upload() { # LIST CACHE-CONTROL
  [ -s "$lists/$1" ] || return 0
  rclone copy "$dist" "$remote" --files-from-raw "$lists/$1" --no-traverse --ignore-times --header-upload "Cache-Control: $2"
}
upload 1-assets.txt 'public, max-age=31536000, immutable'
upload 2-files.txt no-cache
upload 3-pages.txt no-cache
if [ -s "$lists/4-removed.txt" ]; then
  rclone delete "$remote" --files-from-raw "$lists/4-removed.txt"
fi

# At the very end: an upload that breaks off before is repeated in full by the next one.
rclone copyto "$dist/api/files.json" "$remote/api/files.json" --ignore-times --header-upload 'Cache-Control: no-cache'
