// SPDX-License-Identifier: Apache-2.0
// qpdf/JSON.hh holds a vector of a class inside that class. clang takes this only while the vector's destructor is not
// constexpr, which libstdc++ 12 makes it in C++20; GCC takes it as it is. So clang alone reads that header, first of
// all in model/pdf, with a vector of the same layout whose destructor is not.
#pragma once

#include <qpdf/DLL.h>
#include <qpdf/PointerHolder.hh>
#include <qpdf/Types.h>

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace std {
template<typename T>
struct VectorForQpdf : vector<T>
{
    ~VectorForQpdf() {}
};
} // namespace std

#define vector VectorForQpdf
#include <qpdf/JSON.hh>
#undef vector
