/* Each of about 20 to 60 ms where it runs natively. */
#ifndef PARALELO_KERNELS_H
#define PARALELO_KERNELS_H

#include "copy.h"
#include "files.h"
#include "matrix.h"
#include "parse.h"
#include "sha256.h"
#include "sieve.h"
#include "sort.h"
#include "work.h"

static const struct kernel KERNELS[] = {
    {"sieve", 4000000, sieve_prepare, sieve_compute},
    {"sha256", 8 << 20, sha256_prepare, sha256_compute},
    {"matrix", 400, matrix_prepare, matrix_compute},
    {"sort", 300000, sort_prepare, sort_compute},
    {"parse", 16 << 20, parse_prepare, parse_compute},
    {"copy", 8 << 20, copy_prepare, copy_compute},
    {"files", 16 << 20, files_prepare, files_compute},
};

#endif
