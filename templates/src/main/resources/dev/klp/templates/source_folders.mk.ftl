[#-- SPDX-License-Identifier: GPL-2.0-only OR Apache-2.0 --]
# The author's files, and the folders below which they stand, separated by colons:
# those of Maven, or what SRC= names. The compiler's messages name the whole path
# of each file that is found there.
ORIGINS := [#list origins as origin][=origin][#sep] [/#list]
SRC = $(shell case "$$PWD" in \
	(*/target/classes/*) echo "$${PWD%/target/classes/*}/src/main" ;; \
	(*/target/test-classes/*) echo "$${PWD%/target/test-classes/*}/src/test" ;; esac | \
	sed -n 's|^[^ :]*$$|&/java:&/resources:&/c|p')
SRC := $(SRC)

# A path that means nothing else to make, the shell, sed and gcc's options.
ifneq ($(shell printf '%s' '$(subst ','\'',$(SRC))' | LC_ALL=C tr -d 'A-Za-z0-9._+/@%:,~\200-\377-'),)
  ifeq ($(origin SRC),command line)
    $(error SRC is '$(SRC)': name folders whose paths have only letters, digits and ._+/@%,~- with colons between them)
  endif
  SRC :=
endif
SRC_FOLDERS := $(abspath $(subst :, ,$(SRC)))
whole_path = $(firstword $(wildcard $(addsuffix /$(1),$(SRC_FOLDERS))))
FOUND := $(foreach file,$(ORIGINS),$(if $(call whole_path,$(file)),$(file)))
ifeq ($(strip $(FOUND)),)
  ifeq ($(origin SRC),command line)
    $(error SRC is '$(SRC)', below which there is none of $(ORIGINS))
  endif
endif
NAME_LINES := sed -e '' $(foreach file,$(FOUND),-e 's|^\(#line [0-9]* \)"$(subst .,\.,$(file))"$$|\1"$(call whole_path,$(file))"|')
SRC_MAPS := $(foreach file,$(FOUND),-ffile-prefix-map=$(call whole_path,$(file))=$(file))
