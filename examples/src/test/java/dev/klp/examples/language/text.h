/* SPDX-License-Identifier: Apache-2.0 */
#ifndef READS_TEXT_H
#define READS_TEXT_H

const char *reads_text(void);

#endif
