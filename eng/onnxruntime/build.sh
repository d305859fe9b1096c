#!/usr/bin/env bash
# Makes Microsoft.ML.OnnxRuntime restorable. Where the configured sources serve it, does nothing.
# Elsewhere packs it into eng/feed from ONNX Runtime's npm distribution, once (docs/restore.md).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
version=1.29.0
npm_package=com.github.asus4.onnxruntime@0.4.9
npm_sha512=064cf176e499f4891e0cfe90f25cf64c553689eee1492bd2ed921fccca28131a2ad02373267bae19a509ec8b288c182a3b8a2e0f58d76a1f0e63225b08ddbd16
package="$root/eng/feed/microsoft.ml.onnxruntime.$version.nupkg"

sha512() { if command -v sha512sum >/dev/null; then sha512sum "$1"; else shasum -a 512 "$1"; fi | cut -d' ' -f1; }

if [ -f "$package" ] && [ -f "$package.sha512" ]; then
  [ "$(sha512 "$package")" = "$(cat "$package.sha512")" ] && { echo "onnxruntime: local feed holds $version"; exit 0; }
  echo "onnxruntime: the package in eng/feed does not match its checksum; building it again"
fi
rm -f "$package" "$package.sha512"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Asks the configured sources as a restore does, with an empty package cache so that a home-built package in it does not answer.
# The answer is remembered for as long as the list of sources stays the same.
probe="$here/obj/probe"
mkdir -p "$probe"
(cd "$root" && dotnet nuget list source) >"$work/sources" 2>/dev/null
if cmp -s "$work/sources" "$probe/served"; then
  echo "onnxruntime: the configured sources serve $version; nothing to build"
  exit 0
fi
cat >"$probe/probe.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
  </PropertyGroup>
  <ItemGroup><PackageDownload Include="Microsoft.ML.OnnxRuntime" Version="[$version]" /></ItemGroup>
</Project>
XML
if dotnet restore "$probe/probe.csproj" --force --packages "$work/packages" --verbosity quiet >"$work/probe.log" 2>&1; then
  cp "$work/sources" "$probe/served"
  echo "onnxruntime: the configured sources serve $version; nothing to build"
  exit 0
fi
if ! grep -q -E 'NU110[123]' "$work/probe.log"; then
  echo "onnxruntime: the configured sources could not be asked:" >&2
  tail -n 20 "$work/probe.log" >&2
  exit 1
fi

echo "onnxruntime: the configured sources lack $version; packing it from npm package $npm_package"
(cd "$work" && npm pack --silent "$npm_package" >/dev/null)
tarball=$(ls "$work"/*.tgz)
actual=$(sha512 "$tarball")
if [ "$actual" != "$npm_sha512" ]; then
  echo "onnxruntime: checksum of $npm_package is $actual, expected $npm_sha512" >&2
  exit 1
fi
tar -xzf "$tarball" -C "$work" package/LICENSE package/Runtime package/Plugins/Linux/x64 package/Plugins/Windows/x64 package/Plugins/macOS/arm64
cp -R "$here" "$work/onnxruntime"
cp "$root/global.json" "$work/"
dotnet pack "$work/onnxruntime/Microsoft.ML.OnnxRuntime.csproj" --configuration Release --output "$work/out" \
  -p:OrtSource="$work/package" --verbosity quiet --nologo
built=$(ls "$work"/out/*.nupkg)
sha512 "$built" >"$work/sum"
cp "$built" "$package.part" && mv "$package.part" "$package"
cp "$work/sum" "$package.sha512"
echo "onnxruntime: wrote eng/feed/$(basename "$package")"
