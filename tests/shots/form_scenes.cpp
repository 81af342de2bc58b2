// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"
#include "tests/shots/scene.h"
#include "ui/form/form_view.h"
#include "ui/form/reason_dialog.h"

namespace jz::test {

using namespace Qt::StringLiterals;
using namespace jz::ui;

namespace {

std::unique_ptr<QWidget> form(SceneDesk& desk, const QUuid& dossier)
{
    auto& session = desk.keep(std::make_shared<DossierSession>(*desk.workspace, dossier, desk.dialogs));
    return std::make_unique<FormView>(session, nullptr);
}

std::unique_ptr<QWidget> emptyForm(SceneDesk& desk)
{
    return form(desk, desk.newDossier());
}

std::unique_ptr<QWidget> sampleForm(SceneDesk& desk)
{
    return form(desk, desk.sampleDossier(u"sample-values.json"_s));
}

std::unique_ptr<QWidget> fullForm(SceneDesk& desk)
{
    return form(desk, desk.sampleDossier(u"sample-limits.json"_s));
}

/// Wrong in many ways: every severity is seen.
std::unique_ptr<QWidget> faultyForm(SceneDesk& desk)
{
    const QUuid id = desk.sampleDossier(u"sample-values.json"_s);
    auto& session = desk.keep(std::make_shared<DossierSession>(*desk.workspace, id, desk.dialogs));
    for (const Section& section : session.pack().sections)
        for (const Field& field : section.fields)
            if (field.type == FieldType::LongText)
                session.apply(setValue(session.dossier(), field.id, u"超过字数限制的内容。"_s.repeated(80)));
            else if (field.type == FieldType::CreditCode || field.type == FieldType::Phone || field.type == FieldType::Email)
                session.apply(setValue(session.dossier(), field.id, u"12420100737512895"_s));
    return std::make_unique<FormView>(session, nullptr);
}

std::unique_ptr<QWidget> reason(SceneDesk&)
{
    return std::make_unique<ReasonDialog>(u"统一社会信用代码"_s, u"境外单位，没有统一社会信用代码。"_s, nullptr);
}

} // namespace

QList<Scene> formScenes()
{
    const QSize whole(1366, 5200);
    return {{u"form-empty-whole"_s, emptyForm, whole},
            {u"form-sample-whole"_s, sampleForm, whole},
            {u"form-full"_s, fullForm},
            {u"form-faulty-whole"_s, faultyForm, whole},
            {u"form-reason"_s, reason, {}}};
}

} // namespace jz::test
