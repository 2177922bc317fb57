[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
# The kernel keeps a folder for the patch while it is enabled or in transition
# (Documentation/ABI/testing/sysfs-kernel-livepatch); before Linux 5.1 as long as
# the module is there, and before 4.12 there are no transitions. During one,
# patch_state of a task is 1 once the task runs the new functions, 0 while it
# runs the old ones.
define functions
patch="$(SYSFS)/$(MODULE)"

settled() {
	[ ! -e "$$patch/transition" ] || [ "$$(cat "$$patch/transition" 2>/dev/null)" = 0 ]
}

off() {
	[ ! -d "$$patch" ] || { [ "$$(cat "$$patch/enabled" 2>/dev/null)" = 0 ] && settled; }
}

# Where the folder is to go, it goes within that second.
disabled() {
	[ ! -d "$$patch" ] || { off && sleep 1 && off; }
}

removed() {
	$(RMMOD) "$(MODULE)" 2>/dev/null
}

wait_until() {
	seconds=0
	until "$$1"; do
		[ "$$seconds" -lt "$(TIMEOUT)" ] || return 1
		sleep 1
		seconds=$$((seconds + 1))
	done
}

lagging_tasks() {
	target=$$(cat "$$patch/enabled")
	for task in "$(PROC)"/[0-9]*/task/[0-9]*; do
		{ read -r state < "$$task/patch_state"; } 2>/dev/null || continue
		[ "$$state" != "$$target" ] || continue
		echo "task $${task##*/} ($$(cat "$$task/comm" 2>/dev/null)):"
		sed 's/^/    /' "$$task/stack" 2>/dev/null || echo "    (no stack)"
	done
}

# The kernel drops its reference to the module a moment after the transition.
remove_module() {
	wait_until disabled || return 1
	removed || { sleep 1; removed; } || $(RMMOD) "$(MODULE)"
}
endef

load:
	@$(functions)
	if [ ! -f "$(KO)" ]; then
		echo "$(KO) is not there: run make first" >&2
		exit 1
	fi
	$(INSMOD) "$(KO)"
	if wait_until settled; then
		echo "$(MODULE): loaded"
		exit 0
	fi
	{
		echo "$(MODULE): the transition did not end within $(TIMEOUT) s, the patch is undone; these tasks still run the old functions:"
		lagging_tasks
		echo 0 > "$$patch/enabled"
		remove_module || echo "$(MODULE): could not be removed"
	} >&2
	exit 1

unload:
	@$(functions)
	if [ -d "$$patch" ]; then
		[ "$$(cat "$$patch/enabled")" = 0 ] || echo 0 > "$$patch/enabled"
		if ! wait_until disabled; then
			{
				echo "$(MODULE): the transition did not end within $(TIMEOUT) s, the patch stays enabled; these tasks still run the new functions:"
				lagging_tasks
				echo 1 > "$$patch/enabled"
				wait_until settled || echo "$(MODULE): the way back has not ended either"
			} >&2
			exit 1
		fi
	fi
	remove_module
	echo "$(MODULE): unloaded"

status:
	@$(functions)
	if [ ! -d "$$patch" ]; then
		echo "$(MODULE): not enabled"
		exit 0
	fi
	if [ "$$(cat "$$patch/enabled")" = 1 ]; then
		state=enabled
	else
		state=disabled
	fi
	if settled; then
		echo "$(MODULE): $$state"
	else
		echo "$(MODULE): on the way to $$state"
		lagging_tasks
	fi
	for object in "$$patch"/*/; do
		[ -f "$$object/patched" ] || continue
		object=$${object%/}
		if [ "$$(cat "$$object/patched")" = 1 ]; then
			echo "    $${object##*/}: patched"
		else
			echo "    $${object##*/}: not loaded"
		fi
	done
