[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
# What the kernel must have below $(SYSFS)/$(MODULE): a folder for each object
# and in it one for each function. What depends on a condition is not listed.
[#if releases?has_content]
[#list releases as release]
FOLDERS_[=release] :=[#list folders[release_index] as folder] [=folder][/#list]
[/#list]
FOLDERS := $(FOLDERS_$(RELEASE))
[#else]
FOLDERS :=[#list folders[0] as folder] [=folder][/#list]
[/#if]

# A module that can be unloaded has the file initstate, one that is built in has
# not; modules.dep lists those that can be loaded, with a hyphen where the kernel
# may have an underscore.
check:
	@$(functions)
	failed=0
	fail() {
		echo "$(MODULE): $$1" >&2
		failed=1
	}
	if [ ! -d "$$patch" ]; then
		fail "not loaded, or another patch has taken its place"
		exit 1
	fi
	if [ "$$(cat "$$patch/enabled")" != 1 ]; then
		fail "disabled"
		exit 1
	fi
	if ! wait_until settled; then
		fail "the transition did not end within $(TIMEOUT) s; these tasks still run the old functions:"
		lagging_tasks >&2
		exit 1
	fi
	for folder in $(FOLDERS); do
		[ -d "$$patch/$$folder" ] || fail "$$patch/$$folder is missing: another build of the patch is loaded"
	done
	patched=0
	for object in "$$patch"/*/; do
		object=$${object%/}
		name=$${object##*/}
		[ -d "$$object" ] || continue
		if [ ! -f "$$object/patched" ]; then
			echo "    $$name: not known, kernels before 6.1 do not tell"
			patched=1
		elif [ "$$(cat "$$object/patched")" = 1 ]; then
			echo "    $$name: patched"
			patched=1
		elif [ "$$name" = vmlinux ] || [ -e "$(MODULES)/$$name/initstate" ]; then
			fail "$$name is loaded and not patched"
		elif [ -d "$(MODULES)/$$name" ]; then
			fail "$$name is built into this kernel, its functions are those of vmlinux"
		elif [ -f "$(MODULES_DEP)" ] && ! grep -q "/$$(echo "$$name" | sed 's/_/[-_]/g')[.]ko" "$(MODULES_DEP)"; then
			fail "$$name is no module of this kernel"
		else
			echo "    $$name: not loaded"
		fi
	done
	[ "$$patched" = 1 ] || fail "does nothing: no object of it is loaded"
	[ "$$failed" = 0 ]
	echo "$(MODULE): in force"
