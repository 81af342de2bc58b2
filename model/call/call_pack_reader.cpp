// SPDX-License-Identifier: Apache-2.0
#include "model/call/call_pack_reader.h"

#include "model/base/counted_text.h"
#include "model/base/error.h"
#include "model/call/pack_documents.h"
#include "resources/init_resources.h"

#include <QDir>

#include <map>
#include <mutex>

namespace jz {

using namespace Qt::StringLiterals;

namespace {

Error packError(const QString& folder, const CallPackProblems& problems)
{
    LocalizedText text = CountedText{u"申报模板包“%1”有 %2 处问题，未载入。请逐条改正："_s,
                                       u"The call pack “%1” has %2 {problem|problems} and was not loaded. Mend each:"_s}
                             .arg(folder, QString::number(problems.size()));
    for (const CallPackProblem& problem : problems) {
        const QString place = u'\n' + problem.file + (problem.pointer.isEmpty() ? u""_s : u" "_s + problem.pointer);
        text.zh += place + u"："_s + problem.message.zh;
        text.en += place + u": "_s + problem.message.en;
    }
    return Error(ErrorCode::Malformed, text, folder);
}

} // namespace

CallPackProblems checkCallPack(const QString& folder, const QStringList& amendments)
{
    initResources();
    CallPackProblems problems;
    checkAcrossDocuments(readDocuments(folder, amendments, SchemaCheck::All, problems), problems);
    return problems;
}

CallPack readCallPack(const QString& folder, const QStringList& amendments)
{
    initResources();
    CallPackProblems problems;
    const bool isCompiledIn = folder.startsWith(u":/");
    const CallPackDocuments documents =
        readDocuments(folder, amendments, isCompiledIn ? SchemaCheck::AmendmentsAlone : SchemaCheck::All, problems);
    if (!isCompiledIn || !amendments.isEmpty())
        checkAcrossDocuments(documents, problems);
    if (!problems.isEmpty())
        throw packError(folder, problems);
    return parseCallPack(documents);
}

QStringList builtInCallPackIds()
{
    initResources();
    QStringList ids = QDir(u":/calls"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    ids.removeAll(u"schema"_s);
    return ids;
}

const CallPack* findBuiltInCallPack(const QString& id)
{
    static std::mutex mutex;
    static std::map<QString, CallPack> packs;
    const std::lock_guard lock(mutex);
    if (const auto known = packs.find(id); known != packs.end())
        return &known->second;
    if (!builtInCallPackIds().contains(id))
        return nullptr;
    return &packs.emplace(id, readCallPack(u":/calls/"_s + id)).first->second;
}

CallPack builtInCallPack(const QString& id)
{
    if (const CallPack* const pack = findBuiltInCallPack(id))
        return *pack;
    throw Error(ErrorCode::NotFound,
                LocalizedText{u"没有名为“%1”的申报模板包。现有：%2。"_s,
                              u"There is no call pack “%1”. There are: %2."_s}
                    .arg(id, builtInCallPackIds().join(u"、"_s)),
                id);
}

} // namespace jz
