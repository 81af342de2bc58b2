// SPDX-License-Identifier: Apache-2.0
// Private to model/pdf: qpdf shows in it.
#pragma once

#include "model/pdf/protected_walk.h"

namespace jz {

/// Compares the interactive form (ISO 32000-2, 12.7) of two states, field by field: which were signed, filled, added,
/// changed. Fields are exempted from the walk; everything of them that signing or filling does not touch is protected.
class FormComparison
{
public:
    FormComparison(StateComparison& states, ProtectedWalk& walk) : m_states(states), m_walk(walk) {}
    /// The values of /AcroForm; null where there is none.
    void run(QPDFObjectHandle before, QPDFObjectHandle after);

private:
    struct Field
    {
        QPDFObjectHandle before;
        QPDFObjectHandle after;
        std::string path;
        QString name;
        QByteArray type;       ///< /FT, inherited
        QPDFObjectHandle valueBefore = QPDFObjectHandle::newNull(); ///< /V, inherited
        QPDFObjectHandle valueAfter = QPDFObjectHandle::newNull();
        int depth = 0;
    };
    void compareForm(QPDFObjectHandle before, QPDFObjectHandle after);
    void compareResources(QPDFObjectHandle before, QPDFObjectHandle after);
    void compareFields(QPDFObjectHandle before, QPDFObjectHandle after);
    void compareField(Field field);
    void compareKids(Field& field);
    void compareSignatureField(Field& field);
    void compareOtherField(Field& field);
    void compareWidgetKeys(Field& field, std::set<std::string> skipped, std::optional<ChangeKind> kind = {});
    /// Flags may only gain what locks a field.
    static bool onlyLocks(Field& field, const char* key, long long lockBits);
    void checkNewValue(Field& field);
    void addField(QPDFObjectHandle after, const std::string& path);
    bool isProperNewField(QPDFObjectHandle field);
    bool isTimestamp(QPDFObjectHandle value);
    bool isEmptied(QPDFObjectHandle widget);
    bool isVisible(QPDFObjectHandle widget);

    StateComparison& m_states;
    ProtectedWalk& m_walk;
    std::unordered_set<int> m_seen;
    QStringList m_names;
};

} // namespace jz
