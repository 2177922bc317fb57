[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
# Only a folder that was made here is written to and removed. Its mark is also
# the lock that keeps two builds apart.
MARK := $(OUT)/.[=module].lock
LOCK := $(if $(shell command -v flock),flock "$(MARK)")

all:
	@if [ ! -f "$(KDIR)/Makefile" ]; then
		echo "KDIR is '$(KDIR)', which holds no kernel to build for: install its headers or name another folder with KDIR=" >&2
		exit 1
	fi
[#if releases?has_content]
	if [ ! -f "$(KDIR)/$(UTS_RELEASE)" ]; then
		echo "KDIR is '$(KDIR)', which does not say in $(UTS_RELEASE) what kernel it builds for: configure it or name another folder with KDIR=" >&2
		exit 1
	fi
	case " $(RELEASES) " in
	*" $(RELEASE) "*) ;;
	*)
		echo "KDIR is '$(KDIR)', which builds for $(RELEASE); this patch was checked against $(RELEASES): name one of these with KDIR=, or compile the patch with $(RELEASE) in -Aklp.kernel" >&2
		exit 1 ;;
	esac
[/#if]
	if [ -n "$$(ls -A "$(OUT)" 2>/dev/null)" ] && [ ! -f "$(MARK)" ]; then
		echo "O is '$(OUT)', which holds other files: name another folder with O=" >&2
		exit 1
	fi
	mkdir -p "$(OUT)"
	: >> "$(MARK)"
	$(LOCK) $(MAKE) --no-print-directory O="$(OUT)" module

# The prefix maps keep the names of O and SRC out of the module, so that the same
# tree gives the same bytes everywhere.
#
# What kbuild leaves is converted already if nothing had to be built again. A
# module that could not be converted must not stay: kbuild would think it done.
module: copy
	@if ! $(MAKE) -C "$(KDIR)" M="$(OUT)" KBUILD_MODPOST_WARN=1 \
			KCFLAGS="$(KCFLAGS) -ffile-prefix-map=$(OUT)/= $(SRC_MAPS)" modules; then
		rm -f "$(KO)"
		exit 1
	fi
	echo "  KLP     $(KO)"
	if ! $(KLP) convert --symbols "$(KDIR)/Module.symvers" --in-place "$(KO)"; then
		rm -f "$(KO)"
		echo "$(MODULE).ko was built but not converted, so it was removed; KLP is '$(KLP)'" >&2
		exit 1
	fi

# A file that did not change keeps its time, so that kbuild has nothing to do.
copy:
	@copy() {
		if ! $(NAME_LINES) "$$1" | cmp -s - "$$2"; then
			mkdir -p "$${2%/*}"
			$(NAME_LINES) "$$1" > "$$2"
		fi
	}
	for file in $(FILES); do
		copy "$$file" "$(OUT)/$$file"
	done
[#if releases?has_content]
	for file in $(RELEASE_FILES); do
		copy "$(RELEASE)/$$file" "$(OUT)/$$file"
	done
[/#if]
	if [ -d "$(OUT)/src" ]; then
		find "$(OUT)/src" -type f | while read -r file; do
			case " $(FILES) " in
			*" $${file#"$(OUT)/"} "*) ;;
			*) rm -f "$$file" ;;
			esac
		done
	fi

clean:
	@if [ -f "$(MARK)" ]; then
		$(LOCK) rm -rf "$(OUT)"
	elif [ -e "$(OUT)" ]; then
		echo "O is '$(OUT)', which was not made here, so it stays" >&2
		exit 1
	fi
