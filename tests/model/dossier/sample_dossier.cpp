// SPDX-License-Identifier: Apache-2.0
#include "tests/model/dossier/sample_dossier.h"

#include "model/base/json_file.h"
#include "model/base/sha256.h"
#include "model/call/call_pack_reader.h"
#include "model/dossier/dossier_json.h"
#include "model/dossier/value_reader.h"

#include <stdexcept>

namespace jz::test {

using namespace Qt::StringLiterals;

namespace {

Dossier dossierOf(const QString& sample)
{
    const CallPack& pack = samplePack();
    const QJsonObject file = readJsonObject(u":/samples/"_s + sample, 1'000'000);
    const ReadValues values = readValues(file.value("values"_L1).toObject(), pack);
    if (!values.findings.isEmpty())
        throw std::runtime_error("the sample does not fit its call: " + values.findings.first().message.en.toStdString());
    Dossier dossier;
    dossier.callId = pack.id;
    dossier.callVersion = pack.version;
    dossier.formHash = pack.formHash;
    dossier.values = values.values;
    dossier.id = dossierIdFromValues(dossier);
    return dossier;
}

} // namespace

const CallPack& samplePack()
{
    return *findBuiltInCallPack(u"kczg-2022"_s);
}

const Checker& sampleChecker()
{
    static const Checker checker(samplePack(), builtInReferenceData());
    return checker;
}

Attachment attachment(const QString& name, const QString& kind, qint64 size)
{
    return {name, kind, {}, size, sha256(name.toUtf8()), {}};
}

Dossier sampleDossier()
{
    Dossier dossier = dossierOf(u"sample-values.json"_s);
    dossier.attachments[u"uscc_scan"_s] = {attachment(u"licence.jpg"_s)};
    dossier.attachments[u"work_evidence"_s] = {attachment(u"standards.pdf"_s, u"result"_s)};
    return dossier;
}

Dossier limitsDossier()
{
    Dossier dossier = dossierOf(u"sample-limits.json"_s);
    dossier.attachments[u"uscc_scan"_s] = {attachment(u"licence.jpg"_s)};
    return dossier;
}

Dossier with(Dossier dossier, const QString& field, const QJsonValue& value)
{
    if (value.isNull())
        dossier.values.remove(field);
    else
        dossier.values.insert(field, value);
    return dossier;
}

QStringList summary(const Findings& findings)
{
    static const QStringList severities{u"error"_s, u"warning"_s, u"hint"_s};
    QStringList lines;
    for (const Finding& finding : findings)
        lines.append(QStringList{finding.rule, severities.at(int(finding.severity)), finding.field,
                                 finding.row ? QString::number(*finding.row) : u"-"_s,
                                 finding.column.isEmpty() ? u"-"_s : finding.column}
                         .join(u' '));
    return lines;
}

} // namespace jz::test
