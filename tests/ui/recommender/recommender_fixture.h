// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/batch_papers.h"
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/applicant/entry_list.h"
#include "ui/desk/message_bar.h"
#include "ui/recommender/candidate_panel.h"
#include "ui/recommender/candidate_table.h"
#include "ui/recommender/recommender_desk.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace jz::test {

using namespace jz::ui;
using namespace Qt::StringLiterals;

/// A window with a message bar and the desk in it.
struct DeskWindow
{
    explicit DeskWindow(DeskFixture& on) : bar(new MessageBar(&window)), desk(new RecommenderDesk(*on.workspace, on.dialogs, &window))
    {
        auto* const layout = new QVBoxLayout(&window);
        layout->addWidget(bar);
        layout->addWidget(desk, 1);
        show(window);
    }

    QWidget window;
    MessageBar* bar;
    RecommenderDesk* desk;

    void trigger(const QString& name) { find<QAction>(*desk, name).trigger(); }
    /// The bases in the order of the table.
    QStringList rows() const
    {
        QStringList bases;
        for (int i = 0; i < desk->table().model()->rowCount(); ++i)
            bases << desk->table().model()->index(i, CandidateModel::Base).data().toString();
        return bases;
    }
    QString cell(int row, int column) const { return desk->table().model()->index(row, column).data().toString(); }
};

struct Recommending : DeskFixture
{
    void setUp(DeskWindow& on)
    {
        QLineEdit& name = find<QLineEdit>(*on.desk, u"bodyName"_s);
        name.setFocus();
        type(on.window, u"湖北省科协"_s);
        press(on.window, Qt::Key_Return);
        BOOST_TEST(name.text() == u"湖北省科学技术协会"_s);
        click(find<QPushButton>(*on.desk, u"beginBatch"_s));
        BOOST_REQUIRE(on.desk->board().exists());
    }
    void receive(DeskWindow& on, const QStringList& files)
    {
        bool done = false;
        const auto heard = QObject::connect(on.desk, &RecommenderDesk::received, on.desk, [&] { done = true; });
        dialogs.willRun([](QDialog&) { return true; });
        on.desk->receive(files);
        BOOST_REQUIRE(waitFor([&] { return done && !on.desk->isReceiving(); }));
        QObject::disconnect(heard);
    }
};

} // namespace jz::test
