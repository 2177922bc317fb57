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

# Sets missing to the Debian packages of what is not there.
find_missing() {
	missing=
	find_jdk || missing="$missing default-jdk-headless"
	while read -r program package; do
		command -v "$program" >/dev/null || missing="$missing $package"
	done <<-END
		mvn maven
		gcc gcc
		make make
		strip binutils
		qemu-system-x86_64 qemu-system-x86
	END
	[ "$(dpkg_status busybox-static)" = installed ] || missing="$missing busybox-static"
	[ "$(dpkg_status linux-headers-amd64)" = installed ] || missing="$missing linux-headers-amd64"
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
	apt_quietly --no-install-recommends install $missing || die "installation failed"
	find_missing
	[ -z "$missing" ] || die "still missing after installation: $missing"
}

# Sets release to that of the newest kernel that the installed headers are for.
find_release() {
	release=$(dpkg-query -W -f '${Depends}' linux-headers-amd64 | sed -n 's/.*linux-headers-\([^ ,]*-amd64\).*/\1/p')
	[ -n "$release" ] || die "linux-headers-amd64 does not say which kernel its headers are for"
	[ -f "/lib/modules/$release/build/Makefile" ] || die "missing: linux-headers-$release"
}

# Puts the kernel itself, which need not be installed, into the cache: image and modules.
fetch_kernel() {
	find_release
	cache=${KLP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/klp}
	kernel=$cache/debian/$release
	[ -f "$kernel/boot/vmlinuz-$release" ] && return 0
	package=linux-image-$release-unsigned
	say "Downloading $package into $cache"
	mkdir -p "$cache/debian"
	(cd "$work" && apt_quietly update) || true
	download download_package "$package" || die "$package is not to be had; newer headers may have replaced it: apt-get install linux-headers-amd64"
	unpacked=$(mktemp -d "$cache/debian/.unpack-XXXXXX")
	dpkg-deb -x "$work/$package"_*.deb "$unpacked" || die "$package cannot be unpacked"
	rm -f "$work/$package"_*.deb
	chmod 755 "$unpacked"
	mv -T "$unpacked" "$kernel" 2>/dev/null || {
		# Another run may have been quicker.
		rm -rf "$unpacked"
		[ -f "$kernel/boot/vmlinuz-$release" ] || die "$kernel is in the way"
	}
}

download_package() {
	(cd "$work" && apt_quietly download "$1")
}

set_up() {
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	trap 'exit 1' HUP INT TERM
	install_missing
	fetch_kernel
}

# Runs Maven, shows how far it is, and adds the time that it spent downloading. Its log says when each download began and
# ended; Maven does nothing else meanwhile.
maven() {
	log=$work/maven.log
	mkfifo "$work/maven"
	tee "$log" <"$work/maven" | awk -v seconds="$work/maven-seconds" "$maven_progress" &
	progress=$!
	maven_status=0
	mvn -B -Dstyle.color=never -Dorg.slf4j.simpleLogger.showDateTime=true \
		-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS "$@" >"$work/maven" 2>&1 || maven_status=$?
	wait "$progress"
	rm "$work/maven"
	read -r maven_downloading <"$work/maven-seconds"
	downloading=$((downloading + maven_downloading))
	[ "$maven_status" = 0 ] || sed -n 's/^[0-9:.]* \(\[ERROR\] \)/\1/p' "$log" >&2
	return "$maven_status"
}

# shellcheck disable=SC2016 # $ belongs to awk
maven_progress='
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
/ Downloaded from / && ++files % 100 == 0 { print "    " files " files downloaded" }
/ \[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ {
	sub(/.* \[INFO\] Building /, "")
	gsub(/  +/, " ")
	print "    " $0
}
END { printf "%.0f\n", total > seconds }
'
