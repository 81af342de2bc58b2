// SPDX-License-Identifier: Apache-2.0
#include "tests/support/boost_test.h"
#include "tests/support/windows.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QVBoxLayout>

using namespace jz;
using namespace jz::test;
using namespace Qt::StringLiterals;

namespace {

struct Controls
{
    Controls()
    {
        auto* const layout = new QVBoxLayout(&window);
        for (QWidget* const each : std::initializer_list<QWidget*>{&line, &text, &combo, &button})
            layout->addWidget(each);
        combo.addItem(u"湖北省"_s);
        text.setPlainText(u"示例"_s);
        show(window, {400, 400});
    }

    QRect lineContents()
    {
        QStyleOptionFrame option;
        option.initFrom(&line);
        return line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line);
    }
    QRect comboContents()
    {
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        option.subControls = QStyle::SC_All;
        return combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    }
    QRect buttonContents()
    {
        QStyleOptionButton option;
        option.initFrom(&button);
        return button.style()->subElementRect(QStyle::SE_PushButtonContents, &option, &button);
    }
    /// Where the words stand in each.
    QList<QRect> contents() { return {lineContents(), text.viewport()->geometry(), comboContents(), buttonContents()}; }

    QWidget window;
    QLineEdit line{u"示例"_s};
    QPlainTextEdit text;
    QComboBox combo;
    QPushButton button{u"添加"_s};
};

} // namespace

BOOST_AUTO_TEST_SUITE(focus)

BOOST_FIXTURE_TEST_CASE(the_edge_of_the_focus_moves_nothing_inside, Controls)
{
    for (QWidget* const focused : std::initializer_list<QWidget*>{&line, &text, &combo, &button}) {
        focused->setFocus();
        BOOST_REQUIRE(focused->hasFocus());
        QWidget* const other = focused == &line ? static_cast<QWidget*>(&text) : &line;
        const QList<QRect> with = contents();
        other->setFocus();
        const QList<QRect> without = contents();
        for (qsizetype i = 0; i < with.size(); ++i) {
            const QRect& a = with.at(i);
            const QRect& b = without.at(i);
            BOOST_TEST((a == b), "control " << i << ": " << a.x() << ' ' << a.y() << ' ' << a.width() << ' ' << a.height() << " with, " << b.x()
                                            << ' ' << b.y() << ' ' << b.width() << ' ' << b.height() << " without the focus");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
