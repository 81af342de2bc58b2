// SPDX-License-Identifier: Apache-2.0
#include "ui/finalise/review_page.h"

#include "ui/desk/guarded.h"
#include "ui/style/icons.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"
#include "ui/style/wrapped_label.h"

#include <QDateEdit>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace jz::ui {

using namespace Qt::StringLiterals;

ReviewPage::ReviewPage(DossierSession& session, QWidget* parent)
    : StepPage(session, say(u"送审稿：请推荐单位先看", u"For review: let the recommending body look first"), parent),
      m_viewer(new OutsideViewer(this))
{
    setObjectName(u"reviewPage"_s);
    m_words = addText({});
    auto* const form = addForm();
    m_to = addLine(form, "reviewTo", say(u"送给", u"Goes to"), say(u"推荐单位或联系人", u"The recommending body or a person"));
    m_day = addDay(form, "reviewDay", say(u"日期", u"Date"));
    m_export = addButton(addRow(), "exportReview", say(u"导出送审稿…", u"Export for review…"), [this] { exportPaper(); }, true);
    m_keptHeading = addHeading(say(u"已送出的", u"What went out"));
    m_kept = new QVBoxLayout;
    m_kept->setSpacing(Theme::space(2));
    column()->addLayout(m_kept);
}

void ReviewPage::refresh(const QList<RouteStep>&)
{
    const DossierState state = session().editor().state();
    const bool possible = (state == DossierState::Draft || state == DossierState::Review) && !session().workspace().isReadOnly();
    m_words->setText(possible ? say(u"送审稿带水印，不签字、不盖章。导出后这一稿不再改动；要改就开始下一稿再送，次数不限，每次都留存。通过预审之前不必打印签章。",
                                    u"It bears a watermark, no signature and no seal. This revision does not change after that; to change something begin "
                                    u"the next one and send it again, as often as needed: each is kept. Nothing need be printed and sealed before it is passed.")
                              : say(text(u"申报书现在是“%1”，不再送审。", u"The dossier is “%1”: it no longer goes out for review.").arg(stateWord(state))));
    m_export->setEnabled(possible);
    m_to->setEnabled(possible);
    m_day->setEnabled(possible);
    if (m_to->text().isEmpty())
        m_to->setText(recommender());
    showKept();
}

void ReviewPage::exportPaper()
{
    const QString to = m_to->text().trimmed();
    if (to.isEmpty())
        throw Error(ErrorCode::Usage, {u"请写明送审稿送给谁，再导出。"_s, u"Say whom it goes to first."_s}, u"who"_s);
    if (!session().mayGoOut())
        return;
    const QString path = session().dialogs().saveFile(
        this, {say(u"送审稿存到哪里", u"Where to put it"), u"PDF (*.pdf)"_s, fileName(say(u"送审稿", u"for review"))});
    if (path.isEmpty())
        return;
    session().open().exportPaper(path, ExportKind::Review, waiting(say(u"正在制作送审稿…", u"Making the paper for review…")));
    writeDown(record::review, to, m_day->date(), {{u"file"_s, QFileInfo(path).fileName()}}, path);
    tell(say(text(u"送审稿已存为“%1”，请发给“%2”。", u"It is “%1”: send it to “%2”.").arg(QFileInfo(path).fileName(), to)),
         BarMessage::Kind::Hint);
}

void ReviewPage::showKept()
{
    QList<Record> out;
    const QList<Record> records = session().workspace().records().of(session().open().key());
    std::copy_if(records.begin(), records.end(), std::back_inserter(out), [](const Record& each) { return each.kind == record::review; });
    m_keptHeading->setVisible(!out.isEmpty());
    if (out.size() == m_shown)
        return;
    m_shown = out.size();
    while (QLayoutItem* const item = m_kept->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Record& each : out) {
        auto* const row = new QFrame(this);
        row->setProperty("row", true);
        const QString file = each.detail.value("file"_L1).toString();
        auto* const words = new WrappedLabel(say(text(u"%1　第 %2 稿　送“%3”\n%4", u"%1  revision %2  to “%3”\n%4")
                                                     .arg(each.day.toString(Qt::ISODate), QString::number(each.revision), each.who, file)),
                                             row);
        words->setWordWrap(true);
        auto* const open = new QPushButton(say(u"打开", u"Open"), row);
        open->setObjectName(u"openReview"_s);
        open->setAccessibleName(open->text() + u' ' + file);
        open->setProperty("flat", true);
        connect(open, &QPushButton::clicked, this,
                [this, each, file] { m_viewer->open(session().workspace().objects().path(each.paper), file); });
        auto* const line = new QHBoxLayout(row);
        line->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(2), Theme::space(2));
        line->addWidget(words, 1);
        line->addWidget(open);
        m_kept->insertWidget(0, row);
        row->show();
    }
}

} // namespace jz::ui
