// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/object_equality.h"

#include <qpdf/Buffer.hh>

#include <cmath>
#include <cstring>

namespace jz {

namespace {

using Object = QPDFObjectHandle;

class Equality
{
public:
    bool value(Object a, Object b, int depth)
    {
        if (a.isIndirect() || b.isIndirect())
            return (a.isIndirect() && b.isIndirect() && a.getObjGen() == b.getObjGen()) || (a.isNull() && b.isNull());
        return content(a, b, depth);
    }

    bool content(Object a, Object b, int depth)
    {
        if (depth > 500 || --m_left < 0)
            return false;
        if (a.isNumber() && b.isNumber())
            return sameNumber(a, b);
        if (a.getTypeCode() != b.getTypeCode())
            return false;
        if (a.isString())
            return a.getStringValue() == b.getStringValue();
        if (a.isArray())
            return sameArray(a, b, depth);
        if (a.isDictionary())
            return sameDictionary(a, b, depth, false);
        if (a.isStream())
            return sameStream(a, b, depth);
        return a.unparse() == b.unparse();
    }

private:
    static bool sameNumber(Object a, Object b)
    {
        if (a.isInteger() && b.isInteger())
            return a.getIntValue() == b.getIntValue();
        const double x = a.getNumericValue();
        const double y = b.getNumericValue();
        return x == y || std::abs(x - y) <= 0.0001 * std::max(1.0, std::abs(x));
    }

    bool sameArray(Object a, Object b, int depth)
    {
        const std::vector<Object> left = a.getArrayAsVector();
        const std::vector<Object> right = b.getArrayAsVector();
        if (left.size() != right.size())
            return false;
        for (size_t i = 0; i < left.size(); ++i) {
            if (!value(left[i], right[i], depth + 1))
                return false;
        }
        return true;
    }

    bool sameDictionary(Object a, Object b, int depth, bool isStream)
    {
        std::map<std::string, Object> right = b.getDictAsMap();
        for (const auto& [key, left] : a.getDictAsMap()) {
            const auto found = right.find(key);
            const Object other = found == right.end() ? Object::newNull() : found->second;
            if (!(isStream && key == "/Length") && !value(left, other, depth + 1))
                return false;
            if (found != right.end())
                right.erase(found);
        }
        return std::all_of(right.begin(), right.end(), [&](auto& entry) {
            return (isStream && entry.first == "/Length") || (!entry.second.isIndirect() && entry.second.isNull());
        });
    }

    bool sameStream(Object a, Object b, int depth)
    {
        if (!sameDictionary(a.getDict(), b.getDict(), depth, true) || tooLong(a) || tooLong(b))
            return false;
        const auto left = a.getRawStreamData();
        const auto right = b.getRawStreamData();
        return left->getSize() == right->getSize()
               && (left->getSize() == 0 || std::memcmp(left->getBuffer(), right->getBuffer(), left->getSize()) == 0);
    }

    static bool tooLong(Object stream)
    {
        Object length = stream.getDict().getKey("/Length");
        return !length.isInteger() || length.getIntValue() > 64LL * 1024 * 1024;
    }

    int m_left = 500'000;
};

} // namespace

bool sameValue(Object before, Object after)
{
    return Equality().value(before, after, 0);
}

bool sameObject(Object before, Object after)
{
    return Equality().content(before, after, 0);
}

} // namespace jz
