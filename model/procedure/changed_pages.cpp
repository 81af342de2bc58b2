// SPDX-License-Identifier: Apache-2.0
#include "model/procedure/changed_pages.h"

#include "model/base/error.h"
#include "model/pdf/page_objects.h"

namespace jz {

QMap<int, QList<LocalizedText>> changedPages(const VerificationReport& report, const QString& path)
{
    Problems changes;
    QStringList objects;
    for (const SignatureReport& signature : report.signatures) {
        if (signature.changes != ChangesSince::Forbidden)
            continue;
        for (const Problem& problem : signature.problems) {
            if (problem.object.isEmpty())
                continue;
            changes.append(problem);
            objects.append(problem.object);
        }
    }
    QMap<int, QList<LocalizedText>> pages;
    try {
        const QHash<QString, QList<int>> places = pagesOfObjects(path, objects);
        for (const Problem& problem : std::as_const(changes)) {
            const QList<int> on = places.value(problem.object);
            for (const int page : on)
                if (!pages.value(page).contains(problem.message))
                    pages[page].append(problem.message);
        }
    } catch (const Error&) {
        return {}; // the verdict says already what is the matter with the file
    }
    return pages;
}

} // namespace jz
