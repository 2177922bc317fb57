# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
#
# What examples/demo and examples/check have in common; both source it with $root set to the top of the source tree.
# Installs what is missing where that can be done, and says exactly what is missing where it cannot.

downloading=0 # seconds

say() {
	printf '\n==> %s\n' "$*"
}

die() {
	printf 'error: %s\n' "$*" >&2
	exit 1
}

# show COMMAND-LINE [FILE]: prints a command line as a person would type it, and runs it; its output may go to a file.
show() {
	printf '\n$ %s\n' "$1"
	if [ $# = 1 ]; then
		eval "$1"
	else
		eval "$1" >"$2"
	fi
}

# Runs a command whose time counts as downloading.
download() {
	download_start=$(date +%s)
	download_status=0
	"$@" || download_status=$?
	downloading=$((downloading + $(date +%s) - download_start))
	return "$download_status"
}

# The version of the JDK in a folder, 17 for 17.0.15; nothing if there is none.
jdk_version() {
	[ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# Sets and exports JAVA_HOME: what it is already, what is on the PATH, or what Debian's packages installed.
find_jdk() {
	on_path=$(command -v javac) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
	for jdk in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/*; do
		version=$(jdk_version "$jdk")
		if [ -n "$version" ] && [ "$version" -ge 17 ]; then
			export JAVA_HOME="$jdk"
			return 0
		fi
	done
	return 1
}

# What examples/demo needs: programs, each with Debian's package of it, and packages that are more than a program.
programs='
	mvn maven
	gcc gcc
	make make
	qemu-system-x86_64 qemu-system-x86
'
packages='busybox-static linux-headers-amd64'

# What the tests need beside that: most of it to compare results with.
test_programs='
	readelf binutils
	bzip2 bzip2
	cpio cpio
	eu-elflint elfutils
	lz4 lz4
	modinfo kmod
	openssl openssl
	xz xz-utils
	zstd zstd
'
# W=1 of kbuild runs scripts/kernel-doc, which needs all of perl.
test_packages=perl

# Sets missing to the Debian packages of what is not there.
find_missing() {
	missing=
	find_jdk || missing="$missing default-jdk-headless"
	while read -r program package; do
		[ -z "$program" ] || command -v "$program" >/dev/null || missing="$missing $package"
	done <<-END
		$programs
	END
	for package in $packages; do
		[ "$(dpkg_status "$package")" = installed ] || missing="$missing $package"
	done
	missing=${missing# }
}

dpkg_status() {
	dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null
}

apt() {
	DEBIAN_FRONTEND=noninteractive apt-get -q -y -o APT::Sandbox::User=root "$@" >&2
}

apt_quietly() {
	apt "$@" >"$work/apt.log" 2>&1 || {
		cat "$work/apt.log" >&2
		return 1
	}
}

# Installs packages and shows how far it is.
install_packages() {
	rm -f "$work/apt.failed"
	{ apt --no-install-recommends install "$@" || : >"$work/apt.failed"; } 2>&1 | tee "$work/apt.log" | apt_progress
	[ ! -f "$work/apt.failed" ] || {
		cat "$work/apt.log" >&2
		return 1
	}
}

apt_progress() {
	packages_done=0
	while read -r line; do
		case $line in
		'Setting up '*)
			packages_done=$((packages_done + 1))
			[ $((packages_done % 50)) != 0 ] || printf '    %s packages set up\n' "$packages_done"
			;;
		esac
	done
}

install_missing() {
	find_missing
	[ -n "$missing" ] || return 0
	hint="missing: $missing"
	if ! grep -q '^ID=debian$' /etc/os-release 2>/dev/null || ! command -v apt-get >/dev/null; then
		die "$hint (these are packages of Debian 12, and this is not Debian)"
	fi
	if [ "$(id -u)" != 0 ]; then
		die "$hint (run this as root, or as root: apt-get install --no-install-recommends $missing)"
	fi
	say "Installing $missing"
	download apt_quietly update || die "apt-get update failed"
	# shellcheck disable=SC2086 # a list of packages
	download apt_quietly --download-only --no-install-recommends install $missing || die "download failed"
	# shellcheck disable=SC2086
	install_packages $missing || die "installation failed"
	find_missing
	[ -z "$missing" ] || die "still missing after installation: $missing"
}

# Sets release to that of the newest kernel that the installed headers are for.
find_release() {
	release=$(dpkg-query -W -f '${Depends}' linux-headers-amd64 | sed -n 's/.*linux-headers-\([^ ,]*-amd64\).*/\1/p')
	[ -n "$release" ] || die "linux-headers-amd64 does not say which kernel its headers are for"
	[ -f "/lib/modules/$release/build/Makefile" ] || die "missing: linux-headers-$release"
}

# fetch_kernel RELEASE: puts a kernel, which need not be installed, into the cache: image and modules.
fetch_kernel() {
	kernel=$cache/debian/$1
	[ ! -f "$kernel/boot/vmlinuz-$1" ] || return 0
	package=linux-image-$1-unsigned
	say "Downloading $package into $cache"
	mkdir -p "$cache/debian"
	download download_package "$package" || {
		# The package lists may be old. Only root may renew them.
		[ "$(id -u)" != 0 ] || download apt_quietly update || true
		download download_package "$package"
	} || die "$package is not to be had; if newer headers have replaced it: apt-get install linux-headers-amd64"
	unpacked=$(mktemp -d "$cache/debian/.unpack-XXXXXX")
	dpkg-deb -x "$work/$package"_*.deb "$unpacked" || die "$package cannot be unpacked"
	rm -f "$work/$package"_*.deb
	chmod 755 "$unpacked"
	# Another run may have been quicker.
	mv -T "$unpacked" "$kernel" 2>/dev/null || rm -rf "$unpacked"
	[ -f "$kernel/boot/vmlinuz-$1" ] || die "$kernel is in the way: it holds no boot/vmlinuz-$1"
}

download_package() {
	(cd "$work" && apt_quietly download "$1")
}

set_up() {
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	trap 'exit 1' HUP INT TERM
	install_missing
	find_release
	cache=${KLP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/klp}
	fetch_kernel "$release"
}

# The same with what the tests need, among it a second kernel: Debian 12 has 6.12 for clouds, which differs in much.
set_up_tests() {
	programs=$programs$test_programs
	packages="$packages $test_packages"
	set_up
	second=$(apt-cache pkgnames linux-image-6.12 | sed -n 's/^linux-image-\(.*-cloud-amd64\)-unsigned$/\1/p' |
		sort -V | tail -n 1)
	[ -n "$second" ] || die "apt-cache knows no kernel 6.12: apt-get update"
	packages="$packages linux-headers-$second"
	install_missing
	fetch_kernel "$second"
}

# Runs Maven, shows how far it is, and adds the time that it spent downloading. Its log says when each download began and
# ended; Maven does nothing else meanwhile.
maven() {
	log=$work/maven.log
	mkfifo "$work/maven"
	tee "$log" <"$work/maven" | maven_progress &
	progress=$!
	maven_status=0
	mvn -B -Dstyle.color=never -Dorg.slf4j.simpleLogger.showDateTime=true \
		-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS "$@" >"$work/maven" 2>&1 || maven_status=$?
	wait "$progress"
	rm "$work/maven"
	downloading=$((downloading + $(awk "$maven_downloading" "$log")))
	[ "$maven_status" = 0 ] || sed -n 's/^[0-9:.]* \(\[ERROR\] \)/\1/p' "$log" >&2
	return "$maven_status"
}

# In the shell, because Debian's awk, which is mawk, reads a pipe only in pieces of some pages.
maven_progress() {
	files=0
	while read -r line; do
		case $line in
		*' Downloaded from '*)
			files=$((files + 1))
			[ $((files % 100)) != 0 ] || printf '    %s files downloaded\n' "$files"
			;;
		*' [INFO] Building '*' ['*/*']')
			printf '    %s\n' "$(printf '%s' "${line#* \[INFO\] Building }" | tr -s ' ')"
			;;
		esac
	done
}

# shellcheck disable=SC2016 # $ belongs to awk
maven_downloading='
function moment(text, part) {
	split(text, part, /[:.]/)
	return part[1] * 3600 + part[2] * 60 + part[3] + part[4] / 1000
}
/^[0-9][0-9]:[0-9][0-9]:[0-9][0-9]\.[0-9]+ \[/ {
	now = moment($1)
	if (now < before - 43200) before -= 86400
	# Lines of two threads may come in the wrong order.
	if (now > before) {
		if (/ Downloaded from / || was_downloading) total += now - before
		before = now
	}
	was_downloading = / Downloading from /
}
END { printf "%.0f\n", total }
'
