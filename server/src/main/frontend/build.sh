#!/bin/sh
# Lays the pages' styles and scripts into the folder given as first argument.
# Packages come from the npm registry by the lock file; nothing is vendored.
set -eu
out=$1
cd "$(dirname "$0")"

if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --ignore-scripts
fi

mkdir -p "$out/assets"
nhs=node_modules/nhsuk-frontend/dist/nhsuk
# The Frutiger fonts are licensed for NHS services only and lie on a remote host: the pages use Arial instead.
sed -e 's/@font-face{[^}]*}//g' -e 's/Frutiger W01,//g' "$nhs/nhsuk-frontend.min.css" > "$out/assets/nhsuk.css"
if grep -q 'https\?://[a-z.]*nhs.uk' "$out/assets/nhsuk.css"; then
  echo "front-end: nhsuk.css still asks for a remote file. Maybe: nhsuk-frontend changed; mend build.sh" >&2
  exit 1
fi
mkdir -p "$out/assets/images"
cp -r "$nhs"/assets/images/. "$out/assets/images/"
cp "$nhs/nhsuk-frontend.min.js" "$out/assets/nhsuk.js"
for f in css/*.css js/*.js *.svg; do
  [ -e "$f" ] && cp "$f" "$out/assets/"
done
exit 0
