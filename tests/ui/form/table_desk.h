// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/desk/message_bar.h"
#include "ui/form/form_view.h"
#include "ui/form/row_table_view.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QVBoxLayout>

namespace jz::test {

inline const QString experts = QStringLiteral("domestic_experts");
inline const QString abroad = QStringLiteral("overseas_experts");

/// A window with a message bar over the form, as the main window has it; its tables of experts.
struct TableDesk : DeskFixture
{
    explicit TableDesk(const QUuid& id = {}) : session(*workspace, id.isNull() ? newDossier() : id, dialogs), view(session, nullptr)
    {
        auto* const layout = new QVBoxLayout(&window);
        layout->addWidget(new ui::MessageBar(&window));
        layout->addWidget(&view);
        show(window);
    }
    ~TableDesk() { view.setParent(nullptr); }

    ui::RowTableView& table(const QString& field = experts) { return find<ui::RowTableView>(*view.frame(field), QStringLiteral("table")); }
    void enter(const QString& field = experts) { view.goTo({Address::Part::Value, field, {}, {}}); }
    QJsonArray rows(const QString& field = experts) { return session.dossier().values.value(field).toArray(); }
    QString cell(int row, const QString& column, const QString& field = experts) { return rows(field).at(row)[column].toString(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { test::press(window, key, modifiers); }
    void type(const QString& text) { test::type(window, text); }
    void pasteHtml(const QString& file, const QString& plain = {})
    {
        auto* const data = new QMimeData;
        data->setHtml(QString::fromUtf8(readFile(dataFile(QStringLiteral("clipboard/") + file))));
        if (!plain.isEmpty())
            data->setText(plain);
        QApplication::clipboard()->setMimeData(data);
        press(Qt::Key_V, Qt::ControlModifier);
    }
    QString message()
    {
        const ui::BarMessage* const shown = find<ui::MessageBar>(window, QStringLiteral("messageBar")).message();
        return shown ? shown->text : QString();
    }
    void addRows(int count)
    {
        QStringList lines;
        for (int i = 0; i < count; ++i)
            lines << QStringLiteral("专家%1\t教授\t是").arg(i + 1);
        enter();
        paste(window, lines.join(u'\n'));
    }

    QWidget window;
    ui::DossierSession session;
    ui::FormView view;
};

} // namespace jz::test
