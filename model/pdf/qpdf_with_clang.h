// SPDX-License-Identifier: Apache-2.0
// Included in front of every file of this room by clang alone: qpdf 11's JSON.hh names a vector of a class that is
// not complete yet, which clang refuses in C++20. Nothing here uses qpdf's JSON.
#pragma once

#define JSON_HH
class JSON;
