// SPDX-License-Identifier: Apache-2.0
#include "model/reference/reference_data.h"

#include "model/base/json_file.h"
#include "resources/init_resources.h"

namespace jz {

using namespace Qt::StringLiterals;

namespace {

QByteArray table(const QString& name)
{
    return readWholeFile(u":/reference/"_s + name, 5'000'000);
}

ReferenceData readTables()
{
    initResources();
    return {Divisions::fromCsv(table(u"divisions.csv"_s), table(u"divisions-changes.csv"_s)),
            WorkingDays::fromCsv(table(u"workdays.csv"_s), u"workdays.csv"_s),
            RecommendingBodies::fromCsv(table(u"recommenders.csv"_s), u"recommenders.csv"_s)};
}

} // namespace

const ReferenceData& builtInReferenceData()
{
    static const ReferenceData data = readTables();
    return data;
}

} // namespace jz
