#!/bin/busybox sh
# SPDX-License-Identifier: Apache-2.0
#
# First process of a machine that dev.klp.boot starts. Carries out /klp/steps and reports on the second serial port:
#
#   begin STEP                                      a step starts
#   data STEP stdout|stderr SIZE                    SIZE bytes follow: the gzipped output
#   end STEP STATUS TAINT TRANSITION ENDED          TRANSITION in hundredths of a second, or "-"; ENDED is 0 or 1
#   done                                            no step is left
#
# The first serial port belongs to the kernel's log alone. The steps stand in it as lines of their own.

PATH=/bin
export PATH
/bin/busybox mkdir -p /bin /dev /proc /sys /tmp /root
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t sysfs sysfs /sys
/bin/busybox mount -t devtmpfs devtmpfs /dev
/bin/busybox --install -s /bin
mount -t debugfs debugfs /sys/kernel/debug
mount -t tracefs tracefs /sys/kernel/tracing
cd /root
. /klp/settings

exec 3>"$REPORT_DEVICE"
stty -F "$REPORT_DEVICE" raw -echo
# Without this the kernel drops lines that come from user space too quickly.
echo on >/proc/sys/kernel/printk_devkmsg

# Should whoever started this machine be gone, it ends all the same.
(sleep "$TIME_LIMIT" && poweroff -f) 3>&- &

# Prints the time since boot in hundredths of a second.
now() {
	read -r up _ </proc/uptime
	echo $((${up%.*} * 100 + 1${up#*.} - 100))
}

begin() {
	step=$1 status=0 transition=- ended=1
	: >/klp/stdout
	: >/klp/stderr
	echo "begin $step" >&3
	echo "<5>klp boot: step $step: $2" >/dev/kmsg
}

send() {
	gzip -1 -c "/klp/$1" >/klp/data
	echo "data $step $1 $(stat -c %s /klp/data)" >&3
	cat /klp/data >&3
}

end() {
	send stdout
	send stderr
	# Not by read: it asks for one byte at a time, and a sysctl answers only the first time.
	echo "end $step $status $(cat /proc/sys/kernel/tainted) $transition $ended" >&3
}

# Prints the tasks that hold a transition up: those whose patch_state is not the one that all should reach.
laggards() {
	read -r target <"/sys/kernel/livepatch/$1/enabled"
	for task in /proc/[0-9]*/task/[0-9]*; do
		read -r state <"$task/patch_state" || continue
		if [ "$state" != -1 ] && [ "$state" != "$target" ]; then
			echo "task ${task##*/} ($(cat "$task/comm")) has not changed over:"
			cat "$task/stack"
		fi
	done 2>/dev/null
}

# await SINCE PATCH CONDITION...: waits until the condition holds, and takes the time.
await() {
	since=$1 patch=$2
	shift 2
	until "$@"; do
		if [ $(($(now) - since)) -gt "$TRANSITION_LIMIT" ]; then
			ended=0
			laggards "$patch" >>/klp/stderr
			break
		fi
		usleep 20000
	done
	transition=$(($(now) - since))
}

transition_over() { [ "$(cat "/sys/kernel/livepatch/$patch/transition")" = 0 ]; }
patch_gone() { [ ! -e "/sys/kernel/livepatch/$patch" ]; }
unused() { [ ! -e "/sys/module/$patch/refcnt" ] || [ "$(cat "/sys/module/$patch/refcnt")" = 0 ]; }

# insert NAME FILE [PARAMETER]...
insert() {
	name=$1
	shift
	start=$(now)
	insmod "$@" >>/klp/stdout 2>>/klp/stderr 3>&-
	status=$?
	if [ $status = 0 ] && [ -e "/sys/kernel/livepatch/$name" ]; then
		await "$start" "$name" transition_over
	fi
}

# require NAME FILE: loads what a later module depends on, unless it is there.
require() {
	[ $status = 0 ] || return
	[ -e "/sys/module/$1/initstate" ] || insert "$@"
}

# insert_wanted NAME FILE [PARAMETER]...: the same for the module itself.
insert_wanted() {
	[ $status = 0 ] && insert "$@"
}

disable() {
	if [ ! -e "/sys/kernel/livepatch/$1" ]; then
		echo "no livepatch of this name: $1" >/klp/stderr
		status=2
		return
	fi
	start=$(now)
	echo 0 2>>/klp/stderr >"/sys/kernel/livepatch/$1/enabled"
	status=$?
	[ $status = 0 ] || return
	await "$start" "$1" patch_gone
	[ $ended = 1 ] || return
	# The kernel lets the module go a moment after its folder (klp_free_patch_finish in kernel/livepatch/core.c).
	enabled=$transition
	await "$(now)" "$1" unused
	transition=$enabled
	rmmod "$1" >>/klp/stdout 2>>/klp/stderr 3>&-
	status=$?
}

run() {
	sh -c "$1" </dev/null >/klp/stdout 2>/klp/stderr 3>&-
	status=$?
}

. /klp/steps

echo "<5>klp boot: done" >/dev/kmsg
echo done >&3
# Closing the port waits until it has sent everything.
exec 3>&-
poweroff -f
