// SPDX-License-Identifier: Apache-2.0
#include "app/desk.h"

#include "app/finding_lines.h"
#include "app/workspace_option.h"

namespace jz::cli {

using namespace Qt::StringLiterals;

QList<Option> deskOptions()
{
    return {workspaceOption(),
            {u"operator"_s, u"NAME"_s, text(u"经办人；记住供以后使用", u"who works; remembered for the next calls")},
            {u"unit"_s, u"UNIT"_s, text(u"经办人的单位", u"the operator's unit")},
            {u"json"_s, {}, text(u"在标准输出打印一个 JSON 文档", u"print one JSON document on standard output")}};
}

Command deskCommand(const QString& name, const QString& arguments, int inputs, const LocalizedText& summary,
                    const QList<Option>& options, const QStringList& examples, int (*run)(const Call&), bool moreInputs)
{
    return {name, arguments, inputs, summary, options + deskOptions(), examples, run, moreInputs};
}

Desk::Desk(const Call& call, Workspace::Mode mode)
{
    m_workspace = std::make_unique<Workspace>(workspaceFolder(call), mode, call.value(u"operator"_s));
    Operators& operators = m_workspace->operators();
    if (call.has(u"operator"_s) && !m_workspace->isReadOnly())
        operators.setCurrent(operators.add(call.value(u"operator"_s), call.value(u"unit"_s)).key);
    m_person = operators.current().key;
    if (m_person == 0 && mode == Workspace::Mode::Write)
        throw Error(ErrorCode::Usage,
                    text(u"这个资料库还没有经办人。请加上 --operator 姓名 --unit 单位（只需一次）。",
                         u"Nobody works in this workspace yet. Add --operator NAME --unit UNIT (once is enough)."),
                    u"operator"_s);
}

Desk::~Desk()
{
    try {
        m_workspace->settle();
    } catch (const Error& error) {
        complain(error.message().in(language()));
    }
}

DossierEntry Desk::entry(const QString& id)
{
    const QList<DossierEntry> found = m_workspace->dossiers().startingWith(id);
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        throw Error(ErrorCode::NotFound,
                    LocalizedText{u"资料库中没有编号以“%1”开头的申报书。可用 dossier list 查看。"_s,
                                  u"No dossier in the workspace has an id that begins with “%1”. See dossier list."_s}
                        .arg(id),
                    id);
    throw Error(ErrorCode::Usage,
                LocalizedText{u"有 %2 份申报书的编号以“%1”开头，请多写几位。"_s, u"%2 dossiers have ids that begin with “%1”: write more of it."_s}.arg(
                    id, QString::number(found.size())),
                id);
}

std::unique_ptr<OpenDossier> Desk::open(const QString& id)
{
    return std::make_unique<OpenDossier>(*m_workspace, entry(id).id, m_person, u"cli"_s);
}

void requireStored(OpenDossier& dossier)
{
    if (!dossier.editor().isStored())
        throw Error(dossier.editor().whyNotStored());
}

bool tellFindings(const Findings& findings)
{
    for (const Finding& finding : findings)
        complain(findingLine(finding));
    return hasError(findings);
}

} // namespace jz::cli
