// SPDX-License-Identifier: Apache-2.0
#include "model/dossier/edits.h"
#include "model/dossier/pasted_rows.h"
#include "tests/shots/scene.h"
#include "ui/form/form_view.h"
#include "ui/form/reason_dialog.h"

#include <QLineEdit>
#include <QEventLoop>
#include <QScrollBar>
#include <QSet>
#include <QTimer>

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

/// Searching for a place, as one does while typing.
void searchPlace(QWidget& window)
{
    auto& view = static_cast<FormView&>(window);
    view.goTo({Address::Part::Value, u"region"_s, {}, {}});
    view.findChild<QLineEdit*>(u"search_region"_s)->insert(u"wh"_s);
}

void openBodies(QWidget& window)
{
    auto& view = static_cast<FormView&>(window);
    view.goTo({Address::Part::Value, u"recommender"_s, {}, {}});
    auto* const line = view.findChild<QLineEdit*>(u"line_recommender"_s);
    line->selectAll();
    line->insert(u"湖北省"_s);
}

/// Pasted with characters that cannot be used, a former division, a list of rows.
void pasteThings(QWidget& window)
{
    auto& view = static_cast<FormView&>(window);
    view.findChild<QLineEdit*>(u"line_address"_s)->insert(u"武汉市\u0007珞喻路"_s);
    view.findChild<QLineEdit*>(u"row_work_links_1"_s)->insert(u"https://www.example.cn/news/1\nhttps://www.example.cn/news/2\n123"_s);
    view.findChild<QLineEdit*>(u"row_joint_recommenders_1"_s)->insert(u"中国光学学会\n示例先进光电技术研究院"_s);
    view.goTo({Address::Part::Value, u"org_intro"_s, {}, {}});
}

std::unique_ptr<QWidget> finalForm(SceneDesk& desk)
{
    const QUuid id = desk.sampleDossier(u"sample-values.json"_s);
    auto& session = desk.keep(std::make_shared<DossierSession>(*desk.workspace, id, desk.dialogs));
    session.editor().moveOn(StepKind::Finalise);
    return std::make_unique<FormView>(session, nullptr);
}

/// As much as the editors of rows have to bear: sixty experts, twelve phases, ten files, with something wrong in each.
std::unique_ptr<QWidget> manyRows(SceneDesk& desk)
{
    const QUuid id = desk.sampleDossier(u"sample-limits.json"_s);
    auto& session = desk.keep(std::make_shared<DossierSession>(*desk.workspace, id, desk.dialogs));
    // Out of the sample's own words, which are no words of the windows.
    const QJsonArray people = session.dossier().values.value("domestic_experts"_L1).toArray();
    const QString goal = session.dossier().values.value("stages"_L1)[0]["goal"_L1].toString();
    TextBlock experts;
    for (int i = 0; i < 60; ++i) {
        const QJsonValue person = people.at(i % qMin(50, int(people.size())));
        experts << QStringList{i == 4 ? QString() : person["name"_L1].toString(), i % 7 == 3 ? goal : person["title"_L1].toString(), u"是"_s};
    }
    TextBlock phases;
    for (int i = 0; i < 12; ++i)
        phases << QStringList{i == 2 ? goal.repeated(8) : goal, i == 1 ? u"2022-13"_s : u"2022-%1"_s.arg(i + 1, 2, 10, QChar(u'0')), u"2023-01"_s};
    for (const Section& section : session.pack().sections)
        for (const Field& field : section.fields) {
            const bool table = field.type == FieldType::Table;
            if (table || field.type == FieldType::Phases)
                session.apply(fillRows(session.dossier(), field.id, 0, placeBlock(table ? experts : phases, field, {}, 0)));
            if (field.type == FieldType::Attachments && !field.kinds.isEmpty())
                for (const Attachment& file : session.dossier().attachments.value(u"hardware_photos"_s))
                    for (int i = 0; i < 3; ++i) {
                        Attachment copy = file;
                        copy.name = freeAttachmentName(session.dossier(), u"%1-%2"_s.arg(field.id, file.name));
                        copy.pages = i == 1 ? u"1-3,9"_s : QString();
                        copy.turn = i * 90;
                        session.apply(addAttachment(session.dossier(), field.id, copy));
                    }
        }
    return std::make_unique<FormView>(session, nullptr);
}

/// Waits for what is drawn behind the user's back.
void whenDrawn(QWidget& window)
{
    FormView& view = static_cast<FormView&>(window);
    FileWatch& watch = view.session().files();
    QSet<QByteArray> missing;
    for (const QList<Attachment>& files : view.session().dossier().attachments)
        for (const Attachment& file : files)
            if (watch.preview(file.sha256).isNull())
                missing.insert(file.sha256);
    QEventLoop loop;
    QObject::connect(&watch, &FileWatch::drawn, &loop, [&](const QByteArray& sha256) {
        if (missing.remove(sha256) && missing.isEmpty())
            loop.quit();
    });
    QTimer::singleShot(30000, &loop, &QEventLoop::quit);
    if (!missing.isEmpty())
        loop.exec();
}

void atField(QWidget& window, const QString& field, const QString& row = {})
{
    whenDrawn(window);
    FormView& view = static_cast<FormView&>(window);
    view.goTo({Address::Part::Value, field, row, {}});
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + view.height() / 2);
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
            {u"form-search-place"_s, emptyForm, {1366, 768}, searchPlace},
            {u"form-search-body"_s, sampleForm, {1366, 768}, openBodies},
            {u"form-pasted-whole"_s, sampleForm, whole, pasteThings},
            {u"form-final-whole"_s, finalForm, whole},
            {u"form-rows-whole"_s, manyRows, QSize(1366, 9000), whenDrawn},
            {u"form-files"_s, manyRows, {1366, 768}, [](QWidget& window) { atField(window, u"work_evidence"_s); }},
            {u"form-reason"_s, reason, {}}};
}

} // namespace jz::test
